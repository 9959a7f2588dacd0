'use client';

import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { MoneyField } from '@/components/ui/money-field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { enviarMovimiento } from '@/lib/caja/query-options';
import { MOVIMIENTO_MINIMO, type TipoMovimientoCaja } from '@/lib/caja/rules';
import { centavosDeJson, formatBs, jsonDeCentavos } from '@/lib/money';
import { motivosQuery } from '@/lib/motivo/query-options';
import { adjunto, CampoFoto, type Foto } from './campo-foto';
import { sentenceOf, useActo } from './use-acto';

const PALABRAS = {
  INGRESO: {
    titulo: 'Ingreso de efectivo',
    explica: 'Entra dinero que no es de una venta.',
    boton: 'Registrar ingreso',
  },
  EGRESO: { titulo: 'Egreso de efectivo', explica: 'Sale dinero de la gaveta.', boton: 'Registrar egreso' },
} as const;

type DialogoMovimientoProps = {
  /** `null` while closed. */
  tipo: TipoMovimientoCaja | null;
  idSesion: number;
  onClose: () => void;
  onDone: () => void;
};

/** Cash in or out by hand. Each opening is a new act, with its own key. */
export function DialogoMovimiento({ tipo, idSesion, onClose, onDone }: DialogoMovimientoProps) {
  const [pendiente, setPendiente] = useState(false);
  const monto = useRef<HTMLInputElement>(null);
  const palabras = PALABRAS[tipo ?? 'INGRESO'];
  return (
    <Dialog
      open={tipo !== null}
      onOpenChange={(open) => !open && onClose()}
      title={palabras.titulo}
      description={palabras.explica}
      width="chico"
      locked={pendiente}
      initialFocus={monto}
    >
      {tipo && (
        <Formulario
          tipo={tipo}
          idSesion={idSesion}
          montoRef={monto}
          onPendiente={setPendiente}
          onClose={onClose}
          onDone={onDone}
        />
      )}
    </Dialog>
  );
}

type FormularioProps = Omit<DialogoMovimientoProps, 'tipo'> & {
  tipo: TipoMovimientoCaja;
  montoRef: React.RefObject<HTMLInputElement | null>;
  onPendiente: (pendiente: boolean) => void;
};

function Formulario({ tipo, idSesion, montoRef, onPendiente, onClose, onDone }: FormularioProps) {
  const [centavos, setCentavos] = useState<number | null>(null);
  const [elegido, setElegido] = useState<number | null>(null);
  const [texto, setTexto] = useState('');
  const [foto, setFoto] = useState<Foto>(null);
  const motivos = useQuery(motivosQuery(tipo));
  const motivo = motivos.data?.find((m) => m.id === elegido) ?? motivos.data?.[0];
  const acto = useActo({
    // whoever asks for it while the photo is on its way need not ask again
    send: async (cuerpo: Parameters<typeof enviarMovimiento>[0], clave) =>
      enviarMovimiento({ ...cuerpo, ...(await adjunto(foto)) }, clave),
    onDone: ({ monto }) => {
      const cuanto = formatBs(centavosDeJson(monto) ?? 0);
      toast.success(`${tipo === 'INGRESO' ? 'Ingreso' : 'Egreso'} de ${cuanto} registrado`);
      onPendiente(false);
      onDone();
      onClose();
    },
  });
  const corto = centavos !== null && centavos < MOVIMIENTO_MINIMO;
  const escrito = texto.trim();
  const falta = motivo?.pide_detalle ? escrito.length < 3 : escrito.length > 0 && escrito.length < 3;
  const listo = centavos !== null && !corto && motivo !== undefined && !falta;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!listo || acto.pendiente) return;
        onPendiente(true);
        acto.enviar(
          {
            tipo,
            monto: jsonDeCentavos(centavos),
            motivo: escrito || null,
            id_motivo: motivo.id,
            id_sesion_caja: idSesion,
          },
          { onError: () => onPendiente(false) },
        );
      }}
    >
      <Field label="Monto" error={acto.campos.monto ?? (corto ? 'El monto mínimo es 0,10.' : undefined)}>
        <MoneyField ref={montoRef} size="grande" value={centavos} onValueChange={setCentavos} />
      </Field>
      {motivos.isError ? (
        <Notice tone="falta" alert>
          {sentenceOf(motivos.error)}
        </Notice>
      ) : motivos.data ? (
        <Field label="Motivo" error={acto.campos.id_motivo}>
          <Select
            size="mostrador"
            value={motivo?.id ?? ''}
            onChange={(event) => setElegido(Number(event.target.value))}
          >
            {motivos.data.map((m) => (
              <option key={m.id} value={m.id}>
                {m.nombre}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <Skeleton className="h-18" />
      )}
      <Field
        label={motivo?.pide_detalle ? 'Para qué fue' : 'Detalle'}
        opcional={!motivo?.pide_detalle}
        error={acto.campos.motivo}
      >
        <Input
          size="mostrador"
          value={texto}
          onChange={(event) => setTexto(event.target.value)}
          maxLength={200}
          placeholder={tipo === 'INGRESO' ? 'De quién, por qué' : 'A quién, por qué'}
        />
      </Field>
      <CampoFoto pedido={acto.pendiente} onFoto={setFoto} />
      {acto.rechazo && (
        <Notice tone="falta" alert>
          {acto.rechazo}
        </Notice>
      )}
      <div className="mt-2 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button size="mostrador" onClick={onClose} disabled={acto.pendiente}>
          Cancelar <Kbd>Esc</Kbd>
        </Button>
        <Button type="submit" variant="primario" size="mostrador" pendiente={acto.pendiente} disabled={!listo}>
          {PALABRAS[tipo].boton} <Kbd tone="sobre">Enter</Kbd>
        </Button>
      </div>
    </form>
  );
}
