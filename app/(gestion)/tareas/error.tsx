'use client';

import { ErrorState } from '@/components/ui/error-state';

/** The tasks, when they fail: the menus stay, and it can be tried again. */
export default function TareasError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorState as="h1" reference={error.digest} onRetry={reset} className="my-auto py-16" />;
}
