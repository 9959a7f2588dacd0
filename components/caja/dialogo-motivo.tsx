'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { crearMotivoAction, editarMotivoAction } from '@/lib/motivo/actions';
import type { MotivoDto } from '@/lib/motivo/schemas';
import { newUuid } from '@/lib/uuid';

type DialogoMotivoProps = { tipo: MotivoDto['tipo']; motivo: MotivoDto | null; onClose: () => void };
type Rechazo = { message: string; campos?: Readonly<Record<string, string>> };

const PALABRAS = {
  INGRESO: { nuevo: 'Nuevo motivo de ingreso', ejemplo: 'Venta de cartones', dueno: 'Es un aporte del dueño' },
  EGRESO: { nuevo: 'Nuevo motivo de egreso', ejemplo: 'Recojo de basura', dueno: 'Es un retiro del dueño' },
} as const;

/** Creating a reason, or renaming the one given. */
export function DialogoMotivo({ tipo, motivo, onClose }: DialogoMotivoProps) {
  const router = useRouter();
  const clave = useRef<string | null>(null);
  const [pendiente, startTransition] = useTransition();
  const [nombre, setNombre] = useState(motivo?.nombre ?? '');
  const [delDueno, setDelDueno] = useState(false);
  const [pideDetalle, setPideDetalle] = useState(motivo?.pide_detalle ?? false);
  const [rechazo, setRechazo] = useState<Rechazo | null>(null);
  const guardar = (event: FormEvent) => {
    event.preventDefault();
    clave.current ??= newUuid();
    const llave = clave.current;
    startTransition(async () => {
      const hecho = motivo
        ? await editarMotivoAction({ id: motivo.id, nombre, pide_detalle: pideDetalle })
        : await crearMotivoAction({ tipo, nombre, del_dueno: delDueno, pide_detalle: pideDetalle }, llave);
      if (!hecho.ok) return setRechazo(hecho);
      toast.success(`«${hecho.data.nombre}» guardado`);
      onClose();
      router.refresh();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(abierto) => !abierto && onClose()}
      title={motivo ? `Editar «${motivo.nombre}»` : PALABRAS[tipo].nuevo}
      width="chico"
      locked={pendiente}
    >
      <form onSubmit={guardar} className="flex flex-col gap-4">
        <Field label="Nombre" error={rechazo?.campos?.nombre}>
          <Input
            value={nombre}
            onChange={(event) => setNombre(event.target.value)}
            required
            minLength={3}
            maxLength={60}
            placeholder={PALABRAS[tipo].ejemplo}
          />
        </Field>
        {!motivo && (
          <Checkbox
            label={PALABRAS[tipo].dueno}
            hint="No cuenta como ganancia ni como gasto. No cambia después."
            checked={delDueno}
            onChange={(event) => setDelDueno(event.target.checked)}
          />
        )}
        <Checkbox
          label="Pedir para qué fue"
          hint="Quien lo elige escribe además un detalle."
          checked={pideDetalle}
          onChange={(event) => setPideDetalle(event.target.checked)}
        />
        {rechazo && (
          <Notice tone="falta" alert>
            {rechazo.message}
          </Notice>
        )}
        <div className="mt-2 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <Button onClick={onClose} disabled={pendiente}>
            Cancelar
          </Button>
          <Button type="submit" variant="primario" pendiente={pendiente} disabled={nombre.trim().length < 3}>
            Guardar
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
