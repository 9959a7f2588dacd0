import { cx } from './cx';

/** The grey shape of what is about to arrive. The size comes from `className`. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx('block animate-latido rounded-sm bg-borde', className)} />;
}

/** Rows of a list that is loading, announced once to screen readers. */
export function SkeletonRows({ rows = 6, label = 'Cargando…' }: { rows?: number; label?: string }) {
  return (
    <div role="status" className="divide-y divide-borde">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, i) => i).map((i) => (
        <div key={i} className="flex items-center gap-4 px-4 py-3.5">
          <Skeleton className={cx('h-4', i % 3 === 0 ? 'w-2/5' : i % 3 === 1 ? 'w-1/3' : 'w-1/2')} />
          <Skeleton className="ml-auto h-4 w-16" />
        </div>
      ))}
    </div>
  );
}
