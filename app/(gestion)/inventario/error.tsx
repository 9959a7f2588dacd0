'use client';

import { ErrorState } from '@/components/ui/error-state';

/** A page of the inventory that failed: the menus stay, and it can be tried again. */
export default function InventarioError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorState as="h1" reference={error.digest} onRetry={reset} className="my-auto py-16" />;
}
