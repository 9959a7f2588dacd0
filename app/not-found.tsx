import { Compass } from 'lucide-react';
import type { Metadata } from 'next';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';

export const metadata: Metadata = { title: 'No encontrado' };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <EmptyState
        icon={Compass}
        as="h1"
        title="Esta página no existe"
        description="Puede que el enlace esté incompleto o que ya no se use."
        action={
          <Link href="/" className={buttonClass({ variant: 'primario' })}>
            Ir al inicio
          </Link>
        }
      />
    </main>
  );
}
