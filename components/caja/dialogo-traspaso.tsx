'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { MoneyField } from '@/components/ui/money-field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { MOVIMIENTO_MINIMO } from '@/lib/caja/rules';
import { centavosDeJson, formatBs, jsonDeCentavos } from '@/lib/money';
import { enviarTraspaso } from '@/lib/traspaso/query-options';
import { fraseTraspaso, type Lugar } from '@/lib/traspaso/rules';
import { adjunto, CampoFoto, type Foto } from './campo-foto';
import { useActo } from './use-acto';

type Camino = readonly [origen: Lugar, destino: Lugar];

/** What a drawer gives and receives, the most usual first. */
const DE_GAVETA: readonly Camino[] = [
  ['GAVETA', 'CAJA_FUERTE'],
  ['CAJA_FUERTE', 'GAVETA'],
  ['GAVETA', 'BANCO'],
  ['BANCO', 'GAVETA'],
];
/** Without a drawer. */
const SIN_GAVETA: readonly Camino[] = [
  ['CAJA_FUERTE', 'BANCO'],
  ['BANCO', 'CAJA_FUERTE'],
];

type DialogoTraspasoProps = {
  open: boolean;
  /** The open session whose drawer takes part; `null` between safe and bank. */
  idSesion: number | null;
  onClose: () => void;
  onDone: () => void;
};

/** Cash that changes place and stays the shop's. Each opening is a new act, with its own key. */
export function DialogoTraspaso({ open, onClose, ...resto }: DialogoTraspasoProps) {
  const [pendiente, setPendiente] = useState(false);
  const monto = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={(abierto) => !abierto && onClose()}
      title="Traspaso de efectivo"
      description="El dinero cambia de lugar: no es un ingreso ni un gasto."
      width="chico"
      locked={pendiente}
      initialFocus={monto}
    >
      {open && <Formulario {...resto} montoRef={monto} onPendiente={setPendiente} onClose={onClose} />}
    </Dialog>
  );
}

type FormularioProps = Omit<DialogoTraspasoProps, 'open'> & {
  montoRef: React.RefObject<HTMLInputElement | null>;
  onPendiente: (pendiente: boolean) => void;
};

function Formulario({ idSesion, montoRef, onPendiente, onClose, onDone }: FormularioProps) {
  const caminos = idSesion === null ? SIN_GAVETA : DE_GAVETA;
  const [elegido, setElegido] = useState(0);
  const [centavos, setCentavos] = useState<number | null>(null);
  const [nota, setNota] = useState('');
  const [foto, setFoto] = useState<Foto>(null);
  const [origen, destino] = caminos[elegido] ?? DE_GAVETA[0] ?? ['GAVETA', 'CAJA_FUERTE'];
  const acto = useActo({
    // whoever asks for it while the photo is on its way need not ask again
    send: async (cuerpo: Parameters<typeof enviarTraspaso>[0], clave) =>
      enviarTraspaso({ ...cuerpo, ...(await adjunto(foto)) }, clave),
    onDone: (hecho) => {
      toast.success(`${formatBs(centavosDeJson(hecho.monto) ?? 0)} ${fraseTraspaso(hecho.origen, hecho.destino)}`);
      onPendiente(false);
      onDone();
      onClose();
    },
  });
  const corto = centavos !== null && centavos < MOVIMIENTO_MINIMO;
  const escrita = nota.trim();
  const listo = centavos !== null && !corto && (escrita.length === 0 || escrita.length >= 3);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!listo || acto.pendiente) return;
        onPendiente(true);
        acto.enviar(
          {
            origen,
            destino,
            monto: jsonDeCentavos(centavos),
            nota: escrita || null,
            id_sesion_caja: idSesion,
          },
          { onError: () => onPendiente(false) },
        );
      }}
    >
      <Field label="Monto" error={acto.campos.monto ?? (corto ? 'El monto mínimo es 0,10.' : undefined)}>
        <MoneyField ref={montoRef} size="grande" value={centavos} onValueChange={setCentavos} />
      </Field>
      <Field label="De dónde a dónde" error={acto.campos.destino}>
        <Select size="mostrador" value={elegido} onChange={(event) => setElegido(Number(event.target.value))}>
          {caminos.map(([de, a], i) => (
            <option key={`${de}-${a}`} value={i}>
              {enMayuscula(fraseTraspaso(de, a))}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Nota" opcional hint="Número de la boleta, quién lo llevó, para qué." error={acto.campos.nota}>
        <Input size="mostrador" value={nota} onChange={(event) => setNota(event.target.value)} maxLength={200} />
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
          Registrar traspaso <Kbd tone="sobre">Enter</Kbd>
        </Button>
      </div>
    </form>
  );
}

function enMayuscula(frase: string): string {
  return frase.charAt(0).toUpperCase() + frase.slice(1);
}
