'use client';

import { useState, useTransition } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { toast } from '@/components/ui/toast';
import { preferirCierreAction } from '@/lib/correo/actions';

/** Whether one gets the mail of each close. */
export function RecibirCierres({ recibe }: { recibe: boolean }) {
  const [marcado, setMarcado] = useState(recibe);
  const [pendiente, empezar] = useTransition();
  const cambiar = (nuevo: boolean) => {
    setMarcado(nuevo);
    empezar(async () => {
      const hecho = await preferirCierreAction({ recibe_cierre: nuevo });
      if (hecho.ok) toast.success(nuevo ? 'Recibirá cada cierre de caja' : 'Ya no recibirá los cierres');
      else {
        setMarcado(!nuevo);
        toast.error(hecho.message);
      }
    });
  };
  return (
    <Checkbox
      label="Recibir por correo cada cierre de caja"
      checked={marcado}
      disabled={pendiente}
      onChange={(event) => cambiar(event.target.checked)}
    />
  );
}
