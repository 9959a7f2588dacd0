import { PackageX } from 'lucide-react';
import type { Metadata } from 'next';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';

export const metadata: Metadata = { title: 'No encontrado' };

/** A product or an import that is not there, inside the shell. */
export default function ProductosNotFound() {
  return (
    <Card>
      <EmptyState
        icon={PackageX}
        as="h1"
        title="Ya no está en el catálogo"
        description="Puede que se haya eliminado, o que el enlace esté incompleto."
        action={
          <Link href="/productos" className={buttonClass({ variant: 'primario' })}>
            Ver productos
          </Link>
        }
      />
    </Card>
  );
}
