import { Card } from '@/components/ui/card';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

/** The shape of the WhatsApp page while it loads. */
export default function WhatsappLoading() {
  return (
    <>
      <Skeleton className="h-8 w-40" />
      <Skeleton className="mt-2 mb-5 h-5 w-64" />
      <div className="grid gap-4 lg:grid-cols-[1.25fr_1fr]">
        <Card>
          <Skeleton className="h-56" />
        </Card>
        <Card>
          <Skeleton className="h-56" />
        </Card>
      </div>
      <Card flush className="mt-4">
        <SkeletonRows rows={4} />
      </Card>
    </>
  );
}
