'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { nombrarDispositivoAction } from '@/lib/mostrador/actions';
import type { DispositivoDto } from '@/lib/mostrador/schemas';

/** Calls a device as people call it. */
export function NombrarDispositivo({ equipo, onClose }: { equipo: DispositivoDto | null; onClose: () => void }) {
  return (
    <Dialog open={equipo !== null} onOpenChange={(open) => !open && onClose()} width="chico" title="Nombre del equipo">
      {equipo && <Formulario key={equipo.id} equipo={equipo} onClose={onClose} />}
    </Dialog>
  );
}

function Formulario({ equipo, onClose }: { equipo: DispositivoDto; onClose: () => void }) {
  const queries = useQueryClient();
  const [nombre, setNombre] = useState(equipo.nombre);
  const [rechazo, setRechazo] = useState<string | null>(null);
  const [pendiente, startTransition] = useTransition();
  const guardar = () =>
    startTransition(async () => {
      const hecho = await nombrarDispositivoAction({ id: equipo.id, nombre }).catch(() => null);
      if (!hecho?.ok) return setRechazo(hecho?.message ?? 'El servidor no respondió. Se puede intentar otra vez.');
      toast.success('Nombre guardado');
      void queries.invalidateQueries({ queryKey: ['dispositivos'] });
      onClose();
    });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(e) => {
        e.preventDefault();
        guardar();
      }}
    >
      <Field label="Nombre">
        <Input value={nombre} onChange={(e) => setNombre(e.target.value)} maxLength={60} autoFocus />
      </Field>
      {rechazo && <Notice tone="falta">{rechazo}</Notice>}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancelar</Button>
        <Button type="submit" variant="primario" pendiente={pendiente}>
          Guardar
        </Button>
      </div>
    </form>
  );
}
