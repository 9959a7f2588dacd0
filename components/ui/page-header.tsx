import type { ReactNode } from 'react';

type PageHeaderProps = {
  title: ReactNode;
  subtitle?: ReactNode;
  /** Link back to the list this page comes from. */
  back?: ReactNode;
  actions?: ReactNode;
};

/** The heading of a page (its only `h1`) with its actions, which fall below it on a phone. */
export function PageHeader({ title, subtitle, back, actions }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {back && (
          <div className="-mt-2 text-xs text-tinta-2 [&_a]:inline-flex [&_a]:min-h-8 [&_a]:items-center pointer-coarse:-mt-3 pointer-coarse:[&_a]:min-h-11">
            {back}
          </div>
        )}
        <h1 className="text-2xl font-bold text-balance">{title}</h1>
        {subtitle && <p className="num mt-0.5 text-[0.9375rem] text-pretty text-tinta-2">{subtitle}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
