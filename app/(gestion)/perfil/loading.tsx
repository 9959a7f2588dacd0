import { Card } from '@/components/ui/card';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

/** The shape of these pages while they load. */
export default function PaginaLoading() {
  return (
    <>
      <Skeleton className="h-8 w-40" />
      <Skeleton className="mt-2 mb-5 h-5 w-56" />
      <Card flush>
        <SkeletonRows rows={7} />
      </Card>
    </>
  );
}
