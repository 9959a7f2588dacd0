'use client';

import { Card } from '@/components/ui/card';
import { ErrorState } from '@/components/ui/error-state';

/** A ticket page that failed, inside its shell. The digest is the reference that stands in the server's log. */
export default function VentasError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Card>
      <ErrorState as="h1" reference={error.digest} onRetry={reset} />
    </Card>
  );
}
