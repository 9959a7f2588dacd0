'use client';

import { ErrorState } from '@/components/ui/error-state';

/** The page failed: the menus stay, and it can be tried again. */
export default function IncidenciasError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorState as="h1" reference={error.digest} onRetry={reset} className="my-auto py-16" />;
}
