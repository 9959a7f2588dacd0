import { cx } from './cx';

type KbdProps = {
  children: string;
  /** `sobre` takes the colour of the filled button it stands on. */
  tone?: 'normal' | 'sobre';
  className?: string;
};

/** A key hint. Hidden where there is no fine pointer, since a phone has no keys to press. */
export function Kbd({ children, tone = 'normal', className }: KbdProps) {
  return (
    <kbd
      className={cx(
        'inline-block rounded-[5px] border border-b-2 px-1.5 py-[3px] font-sans text-[0.6875rem] leading-none font-semibold pointer-coarse:hidden',
        tone === 'sobre' ? 'border-current/40 text-inherit' : 'border-borde-fuerte bg-superficie text-tinta-2',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
