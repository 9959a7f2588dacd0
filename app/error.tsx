'use client';

import { ErrorState } from '@/components/ui/error-state';

/** Last resort for a page that failed to render. The digest is the reference that stands in the server's log. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <ErrorState as="h1" reference={error.digest} onRetry={reset} />
    </main>
  );
}
