import { Card } from '@/components/ui/card';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

/** The shape of the ticket pages while they load. */
export default function VentasLoading() {
  return (
    <>
      <Skeleton className="h-8 w-40" />
      <Skeleton className="mt-2 mb-5 h-5 w-64" />
      <Skeleton className="mb-4 h-10 w-full" />
      <Card flush>
        <SkeletonRows rows={9} label="Cargando tickets…" />
      </Card>
    </>
  );
}
