'use client';

import { ArrowLeftRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogoTraspaso } from './dialogo-traspaso';

/** Between the safe and the bank, where no drawer takes part. */
export function BotonTraspaso() {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primario" icon={<ArrowLeftRight aria-hidden="true" />} onClick={() => setOpen(true)}>
        Caja fuerte y banco
      </Button>
      <DialogoTraspaso open={open} idSesion={null} onClose={() => setOpen(false)} onDone={() => router.refresh()} />
    </>
  );
}
