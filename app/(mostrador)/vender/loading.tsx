import { Skeleton } from '@/components/ui/skeleton';

/** The shape of the counter while it loads. */
export default function VenderLoading() {
  return (
    <div
      role="status"
      className="grid min-h-0 flex-1 lg:grid-cols-[minmax(0,1fr)_24rem] xl:grid-cols-[minmax(0,1fr)_27rem]"
    >
      <span className="sr-only">Cargando el mostrador…</span>
      <div className="flex flex-col gap-4 p-3 sm:p-4">
        <Skeleton className="h-13 rounded-md" />
        <Skeleton className="h-9 w-3/4 rounded-full" />
        <div className="grid grid-cols-2 gap-2.5 sm:grid-cols-[repeat(auto-fill,minmax(11.5rem,1fr))]">
          {Array.from({ length: 12 }, (_, i) => i).map((i) => (
            <Skeleton key={i} className="h-26 rounded-md" />
          ))}
        </div>
      </div>
      <div className="hidden border-l border-borde bg-superficie lg:block" />
    </div>
  );
}
