'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { AprobacionProvider } from '@/components/aprobacion/use-con-aprobacion';
import { Toaster } from '@/components/ui/toaster';

/** A refusal (4xx) is an answer, so asking again cannot help; anything else may be a bad moment of the network. */
function shouldRetry(failures: number, error: unknown): boolean {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0;
  return failures < 2 && !(status >= 400 && status < 500);
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // `always`: the browser's online flag lies on shop networks, so a request is tried and its failure believed.
      queries: { staleTime: 30_000, retry: shouldRetry, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** What every page needs around it: server state, the approval that an act may need, and toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <AprobacionProvider>{children}</AprobacionProvider>
      <Toaster />
    </QueryClientProvider>
  );
}
