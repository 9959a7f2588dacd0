import { Card } from '@/components/ui/card';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

/** The shape of the page while it loads. */
export default function DispositivosLoading() {
  return (
    <>
      <Skeleton className="h-8 w-40" />
      <Skeleton className="mt-2 mb-5 h-5 w-64" />
      <Card flush>
        <SkeletonRows rows={6} />
      </Card>
    </>
  );
}
