import { Card } from '@/components/ui/card';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

/** The shape of the caja screens while they load. */
export default function CajaLoading() {
  return (
    <div className="mx-auto w-full max-w-5xl p-4 sm:p-6">
      <Skeleton className="h-8 w-52" />
      <Skeleton className="mt-2 mb-5 h-5 w-72" />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <Card flush>
          <SkeletonRows rows={5} />
        </Card>
        <Card flush>
          <SkeletonRows rows={3} label="Cargando el detalle…" />
        </Card>
      </div>
    </div>
  );
}
