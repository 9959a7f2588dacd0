'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyField } from '@/components/ui/money-field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { crearCajaAction, editarCajaAction } from '@/lib/caja/actions';
import { ESPECIALIDAD_EN_PALABRAS, ESPECIALIDADES, type Especialidad } from '@/lib/caja/rules';
import type { AsignableDto, CajaDto } from '@/lib/caja/schemas-respuestas';
import { centavosDeJson, DENOMINACIONES, jsonDeCentavos } from '@/lib/money';
import { newUuid } from '@/lib/uuid';
import { type Ajustes, AjustesCaja } from './ajustes-caja';

type DialogoCajaProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  caja?: CajaDto;
  asignables: readonly AsignableDto[];
};

/** Creating a caja, or changing the one given. */
export function DialogoCaja({ open, onOpenChange, caja, asignables }: DialogoCajaProps) {
  const [pendiente, startTransition] = useTransition();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={caja ? `Editar ${caja.nombre}` : 'Nueva caja'}
      locked={pendiente}
    >
      <Formulario
        caja={caja}
        asignables={caja ? asignables.filter((p) => p.en_todas || p.id_sucursal === caja.id_sucursal) : asignables}
        pendiente={pendiente}
        startTransition={startTransition}
        onClose={() => onOpenChange(false)}
      />
    </Dialog>
  );
}

type FormularioProps = {
  caja: CajaDto | undefined;
  asignables: readonly AsignableDto[];
  pendiente: boolean;
  startTransition: (act: () => Promise<void>) => void;
  onClose: () => void;
};
type Rechazo = { message: string; campos?: Readonly<Record<string, string>> };

/** Mounted with the dialog: each opening starts afresh, with its own key. */
function Formulario({ caja, asignables, pendiente, startTransition, onClose }: FormularioProps) {
  const router = useRouter();
  const clave = useRef<string | null>(null);
  const [nombre, setNombre] = useState(caja?.nombre ?? '');
  const [especialidad, setEspecialidad] = useState<Especialidad>(caja?.especialidad ?? 'MIXTA');
  const [saldo, setSaldo] = useState<number | null>(null);
  const [ajustes, setAjustes] = useState<Ajustes>(() => ajustesDe(caja));
  const [rechazo, setRechazo] = useState<Rechazo | null>(null);

  const guardar = (event: FormEvent) => {
    event.preventDefault();
    clave.current ??= newUuid();
    const llave = clave.current;
    startTransition(async () => {
      const campos = {
        nombre,
        especialidad,
        egreso_maximo: enBs(ajustes.egresoMaximo),
        diferencia_maxima: enBs(ajustes.diferenciaMaxima),
        denominaciones:
          ajustes.denominaciones.length === DENOMINACIONES.length ? null : ajustes.denominaciones.map(jsonDeCentavos),
        personas: ajustes.personas,
      };
      const hecho = caja
        ? await editarCajaAction({ id: caja.id, ...campos })
        : await crearCajaAction({ ...campos, ...(saldo !== null && { saldo: jsonDeCentavos(saldo) }) }, llave);
      if (!hecho.ok) return setRechazo(hecho);
      toast.success(caja ? `${hecho.data.nombre} guardada` : `${hecho.data.nombre} creada`);
      onClose();
      router.refresh();
    });
  };

  return (
    <form onSubmit={guardar} className="flex flex-col gap-4">
      <Field label="Nombre" error={rechazo?.campos?.nombre}>
        <Input
          value={nombre}
          onChange={(event) => setNombre(event.target.value)}
          required
          minLength={3}
          maxLength={60}
          placeholder="Caja 1"
        />
      </Field>
      <Field
        label="Especialidad"
        hint={ESPECIALIDAD_EN_PALABRAS[especialidad].explicacion}
        error={rechazo?.campos?.especialidad}
      >
        <Select value={especialidad} onChange={(event) => setEspecialidad(event.target.value as Especialidad)}>
          {ESPECIALIDADES.map((valor) => (
            <option key={valor} value={valor}>
              {ESPECIALIDAD_EN_PALABRAS[valor].nombre}
            </option>
          ))}
        </Select>
      </Field>
      {!caja && (
        <Field
          label="Efectivo que ya hay en la gaveta"
          opcional
          hint="Entra como capital. Después, el dinero solo se mueve con la caja abierta."
          error={rechazo?.campos?.saldo}
        >
          <MoneyField value={saldo} onValueChange={setSaldo} />
        </Field>
      )}
      <AjustesCaja value={ajustes} onValueChange={setAjustes} asignables={asignables} campos={rechazo?.campos ?? {}} />
      {rechazo && (
        <Notice tone="falta" alert>
          {rechazo.message}
        </Notice>
      )}
      <div className="mt-2 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button onClick={onClose} disabled={pendiente}>
          Cancelar
        </Button>
        <Button
          type="submit"
          variant="primario"
          pendiente={pendiente}
          disabled={nombre.trim().length < 3 || ajustes.denominaciones.length === 0}
        >
          {caja ? 'Guardar' : 'Crear caja'}
        </Button>
      </div>
    </form>
  );
}

const enBs = (centavos: number | null) => (centavos === null ? null : jsonDeCentavos(centavos));
const enCentavos = (bolivianos: number | null) => (bolivianos === null ? null : centavosDeJson(bolivianos));

function ajustesDe(caja: CajaDto | undefined): Ajustes {
  return {
    egresoMaximo: enCentavos(caja?.egreso_maximo ?? null),
    diferenciaMaxima: enCentavos(caja?.diferencia_maxima ?? null),
    denominaciones: caja ? caja.denominaciones.flatMap((bs) => centavosDeJson(bs) ?? []) : DENOMINACIONES,
    personas: caja?.personas.map((p) => p.id_usuario) ?? [],
  };
}
