'use client';

import { ErrorState } from '@/components/ui/error-state';

/** The counter failed to draw. The ticket is on the device and comes back with it. */
export default function VenderError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorState as="h1" reference={error.digest} onRetry={reset} className="my-auto" />;
}
