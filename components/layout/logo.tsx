import { cx } from '@/components/ui/cx';

/** The kantuta: a hanging bell, red-magenta with a yellow throat and stamens, and a green calyx. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" strokeLinecap="round" className={cx('size-8 shrink-0', className)}>
      <path d="M16 6V2" stroke="var(--hoja)" strokeWidth="2" />
      <path d="M16 26.5v4M12.8 26v2.6M19.2 26v2.6" stroke="var(--acento)" strokeWidth="1.6" />
      <path
        d="M11 8.5c-.3 5.5-1.6 9.6-6.2 13.700 1.300 3 4 3.700 6.2 2.6 1.100 1.6 2.900 2.400 5 2.400s3.900-.8 5-2.400c2.2 1.100 4.900.4 6.2-2.6-4.6-4.100-5.900-8.2-6.2-13.700z"
        fill="var(--petalo)"
      />
      <path
        d="M11 8.5c-.1 2.300-.4 4.400-1.100 6.300 1.900 1.300 4 1.900 6.100 1.900s4.2-.6 6.100-1.900c-.7-1.900-1-4-1.100-6.300z"
        fill="var(--acento)"
      />
      <path
        d="M10.700 11.8C9.6 7.6 12 5 16 5s6.400 2.6 5.300 6.8c-1.400-.1-2.400-.7-3-1.700-.5 1.300-1.300 2-2.300 2s-1.8-.7-2.300-2c-.6 1-1.6 1.6-3 1.700z"
        fill="var(--hoja)"
      />
    </svg>
  );
}
