'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { crearClienteAction, editarClienteAction } from '@/lib/cliente/actions';
import type { ClienteDto } from '@/lib/cliente/schemas';
import { newUuid } from '@/lib/uuid';
import { CamposCliente } from './campos-cliente';

type DialogoDatosProps = { open: boolean; onOpenChange: (open: boolean) => void; cliente?: ClienteDto };

/** Registering a customer, or changing the one given. */
export function DialogoDatos({ open, onOpenChange, cliente }: DialogoDatosProps) {
  const [pendiente, startTransition] = useTransition();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={cliente ? `Editar a ${cliente.nombre}` : 'Nuevo cliente'}
      width="chico"
      locked={pendiente}
    >
      <Formulario
        cliente={cliente}
        pendiente={pendiente}
        startTransition={startTransition}
        onClose={() => onOpenChange(false)}
      />
    </Dialog>
  );
}

type FormularioProps = {
  cliente: ClienteDto | undefined;
  pendiente: boolean;
  startTransition: (act: () => Promise<void>) => void;
  onClose: () => void;
};

/** Mounted with the dialog: each opening starts afresh, with its own key. */
function Formulario({ cliente, pendiente, startTransition, onClose }: FormularioProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const clave = useRef<string | null>(null);
  const [datos, setDatos] = useState({
    nombre: cliente?.nombre ?? '',
    ciNit: cliente?.ci_nit ?? '',
    telefono: cliente?.telefono ?? '',
  });
  const [rechazo, setRechazo] = useState<{ message: string; campos?: Readonly<Record<string, string>> } | null>(null);

  const guardar = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const cuerpo = { nombre: datos.nombre, ci_nit: datos.ciNit, telefono: datos.telefono };
      clave.current ??= newUuid();
      const hecho = cliente
        ? await editarClienteAction({ id: cliente.id, ...cuerpo })
        : await crearClienteAction(cuerpo, clave.current);
      if (!hecho.ok) {
        clave.current = null;
        return setRechazo(hecho);
      }
      toast.success(cliente ? `${hecho.data.nombre}: guardado` : `${hecho.data.nombre}: registrado`);
      void queries.invalidateQueries({ queryKey: ['clientes'] });
      onClose();
      router.refresh();
    });
  };

  return (
    <form onSubmit={guardar} className="flex flex-col gap-4">
      <CamposCliente datos={datos} onDatos={setDatos} campos={rechazo?.campos} />
      {rechazo && (
        <Notice tone="falta" alert>
          {rechazo.message}
        </Notice>
      )}
      <div className="mt-2 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button onClick={onClose} disabled={pendiente}>
          Cancelar
        </Button>
        <Button type="submit" variant="primario" pendiente={pendiente} disabled={datos.nombre.trim().length < 2}>
          {cliente ? 'Guardar' : 'Registrar'}
        </Button>
      </div>
    </form>
  );
}
