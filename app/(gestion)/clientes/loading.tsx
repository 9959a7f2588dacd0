import { Card } from '@/components/ui/card';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

/** The shape of the customers' pages while they load. */
export default function ClientesLoading() {
  return (
    <>
      <Skeleton className="h-8 w-40" />
      <Skeleton className="mt-2 mb-5 h-5 w-64" />
      <Card flush>
        <SkeletonRows rows={8} label="Cargando clientes…" />
      </Card>
    </>
  );
}
