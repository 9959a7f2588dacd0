import { Card } from '@/components/ui/card';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

/** The shape of the branches while they load. */
export default function SucursalesLoading() {
  return (
    <>
      <Skeleton className="h-8 w-40" />
      <Skeleton className="mt-2 mb-5 h-5 w-56" />
      <Card flush>
        <SkeletonRows rows={8} />
      </Card>
    </>
  );
}
