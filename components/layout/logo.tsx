import { cx } from '@/components/ui/cx';

/** The kantuta: a hanging bell, red-magenta with a yellow throat and a green calyx. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cx('size-8 shrink-0', className)}>
      <g transform="rotate(-14 16 16)">
        <path
          d="M16 7.500C16 4.500 17.500 2.600 20 1.800"
          fill="none"
          stroke="var(--hoja)"
          strokeWidth="1.800"
          strokeLinecap="round"
        />
        <path
          d="M12.700 10.500C12.600 14.800 11 19.500 6.800 23.600c-.7.700-.4 1.800.6 2 1.700.300 3.200.100 4.600-.5 1 1.500 2.300 2.400 4 2.900 1.700-.5 3-1.400 4-2.900 1.400.600 2.900.800 4.600.5 1-.2 1.300-1.300.6-2-4.200-4.100-5.800-8.800-5.900-13.100z"
          fill="var(--petalo)"
        />
        <path
          d="M12.700 10.500c0 1.900-.3 3.700-.9 5.500 1.300.900 2.700 1.300 4.200 1.300s2.900-.4 4.200-1.300c-.6-1.800-.9-3.600-.9-5.500z"
          fill="var(--acento)"
        />
        <path
          d="M11.900 11.900c-.4-3.300 1.300-5.700 4.100-5.700s4.500 2.400 4.100 5.700c-.9-.1-1.600-.5-2.100-1.200-.5.900-1.200 1.400-2 1.400s-1.500-.5-2-1.400c-.5.700-1.200 1.100-2.100 1.200z"
          fill="var(--hoja)"
        />
      </g>
    </svg>
  );
}
