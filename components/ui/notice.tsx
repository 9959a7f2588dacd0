import type { ReactNode } from 'react';
import { cx } from './cx';

const TONES = {
  neutro: { box: 'bg-superficie-2', title: 'text-tinta' },
  hecho: { box: 'bg-hecho-suave', title: 'text-hecho' },
  falta: { box: 'bg-falta-suave', title: 'text-falta' },
  aviso: { box: 'bg-aviso-suave', title: 'text-aviso' },
} as const;

type NoticeProps = {
  tone?: keyof typeof TONES;
  title?: ReactNode;
  /** Announces it when it appears: for a refusal after an act, not for a standing remark. */
  alert?: boolean;
  className?: string;
  children?: ReactNode;
};

/** A remark inside the page: why something is so, what was refused, what to look at. */
export function Notice({ tone = 'neutro', title, alert = false, className, children }: NoticeProps) {
  const look = TONES[tone];
  return (
    <div role={alert ? 'alert' : undefined} className={cx('rounded-md px-4 py-3 text-sm', look.box, className)}>
      {title && <p className={cx('font-semibold', look.title)}>{title}</p>}
      {children && <div className={cx('text-tinta', Boolean(title) && 'mt-0.5')}>{children}</div>}
    </div>
  );
}
