'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FichasPersona } from '@/components/acceso/fichas-persona';
import { Monto } from '@/components/shared/monto';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { MoneyField } from '@/components/ui/money-field';
import { Notice } from '@/components/ui/notice';
import { Segmented } from '@/components/ui/segmented';
import { SkeletonRows } from '@/components/ui/skeleton';
import { enviarRelevo, relevosQuery } from '@/lib/caja/query-options';
import { type Conteo, claveDenominacion, fraseDiferencia, sumarConteo } from '@/lib/caja/rules';
import type { RelevoDto, SesionCajaDto } from '@/lib/caja/schemas-respuestas';
import { centavosDeJson, jsonDeCentavos } from '@/lib/money';
import { ConteoPiezas } from './conteo';
import { sentenceOf, useActo } from './use-acto';

type DialogoRelevoProps = {
  sesion: Pick<SesionCajaDto, 'id' | 'cajero' | 'caja'>;
  open: boolean;
  onClose: () => void;
};

/** One count, and the drawer is another person's: they confirm with their PIN and the screen passes to them. */
export function DialogoRelevo({ sesion, open, onClose }: DialogoRelevoProps) {
  const [pendiente, setPendiente] = useState(false);
  const [hecho, setHecho] = useState<RelevoDto | null>(null);
  const router = useRouter();
  const queryClient = useQueryClient();
  const terminar = () => {
    queryClient.clear();
    router.push('/vender');
    router.refresh();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(abierto) => !abierto && (hecho ? terminar() : onClose())}
      title={hecho ? `${sesion.caja.nombre} es ahora de ${hecho.abierta.cajero}` : `Pasar ${sesion.caja.nombre}`}
      description={
        hecho ? undefined : 'Cuenten juntos la gaveta. Con ese conteo se cierra esta sesión y se abre la otra.'
      }
      locked={pendiente}
    >
      {open &&
        (hecho ? (
          <Resultado hecho={hecho} onFin={terminar} />
        ) : (
          <Formulario sesion={sesion} onPendiente={setPendiente} onHecho={setHecho} onClose={onClose} />
        ))}
    </Dialog>
  );
}

/** What the count found, told to both, as at any close. */
function Resultado({ hecho, onFin }: { hecho: RelevoDto; onFin: () => void }) {
  const diferencia = centavosDeJson(hecho.cerrada.diferencia ?? 0) ?? 0;
  return (
    <div className="flex flex-col gap-4">
      <Notice tone={diferencia < 0 ? 'falta' : 'hecho'}>
        {fraseDiferencia(diferencia)}
        {diferencia !== 0 && `, y queda a nombre de ${hecho.cerrada.cajero}`}.
      </Notice>
      <dl className="num grid grid-cols-[1fr_auto] gap-y-1.5">
        <dt className="text-tinta-2">Debía haber</dt>
        <dd className="text-right">
          <Monto centavos={centavosDeJson(hecho.cerrada.monto_final_teorico ?? 0) ?? 0} />
        </dd>
        <dt className="text-tinta-2">Contado, y con eso se abre</dt>
        <dd className="text-right font-semibold">
          <Monto centavos={centavosDeJson(hecho.abierta.monto_inicial) ?? 0} />
        </dd>
      </dl>
      <Button variant="primario" size="mostrador" onClick={onFin}>
        Seguir como {hecho.abierta.cajero}
      </Button>
    </div>
  );
}

type FormularioProps = {
  sesion: DialogoRelevoProps['sesion'];
  onPendiente: (pendiente: boolean) => void;
  onHecho: (hecho: RelevoDto) => void;
  onClose: () => void;
};

function Formulario({ sesion, onPendiente, onHecho, onClose }: FormularioProps) {
  const personas = useQuery(relevosQuery(sesion.id));
  const [recibe, setRecibe] = useState<number | null>(null);
  const [modo, setModo] = useState<'piezas' | 'total'>('total');
  const [piezas, setPiezas] = useState<Conteo>({});
  const [total, setTotal] = useState<number | null>(null);
  const [pin, setPin] = useState('');
  const acto = useActo({
    send: enviarRelevo,
    onDone: (hecho) => {
      onPendiente(false);
      onHecho(hecho);
    },
  });
  const contado = modo === 'piezas' ? sumarConteo(piezas) : total;
  const conPin = personas.data?.filter((p) => p.con_pin) ?? [];
  const sinPin = personas.data?.filter((p) => !p.con_pin) ?? [];
  const elegida = conPin.find((p) => p.id_usuario === recibe);
  const listo = elegida !== undefined && contado !== null && pin.length >= 6;
  const enviar = () => {
    if (!listo || acto.pendiente) return;
    onPendiente(true);
    const contadas = Object.entries(piezas).filter(([, n]) => n > 0);
    const denominaciones = Object.fromEntries(contadas.map(([valor, n]) => [claveDenominacion(Number(valor)), n]));
    acto.enviar(
      {
        id: sesion.id,
        id_usuario: elegida.id_usuario,
        pin,
        monto: jsonDeCentavos(contado),
        ...(modo === 'piezas' && { denominaciones }),
      },
      {
        onError: () => {
          onPendiente(false);
          setPin('');
        },
      },
    );
  };
  if (personas.isPending) return <SkeletonRows />;
  if (personas.isError) return <Notice tone="falta">{sentenceOf(personas.error)}</Notice>;
  if (conPin.length === 0) {
    return (
      <Notice>
        Nadie puede recibirla ahora: hace falta otra persona de la sucursal que pueda abrir esta caja, sin otra abierta
        {sinPin.length > 0 && `, y que ponga su PIN en su perfil (${sinPin.map((p) => p.nombre).join(', ')})`}.
      </Notice>
    );
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        enviar();
      }}
    >
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-sm font-medium">Quién recibe</legend>
        <FichasPersona personas={conPin} elegida={recibe} onElegir={setRecibe} />
        {sinPin.length > 0 && (
          <p className="text-xs text-tinta-2">Sin PIN todavía: {sinPin.map((p) => p.nombre).join(', ')}.</p>
        )}
      </fieldset>
      <Segmented
        label="Cómo contar"
        value={modo}
        onValueChange={setModo}
        options={[
          { value: 'total', label: 'Solo el total' },
          { value: 'piezas', label: 'Billetes y monedas' },
        ]}
      />
      {modo === 'piezas' ? (
        <div className="max-h-[40dvh] overflow-y-auto rounded-md border border-borde p-3">
          <ConteoPiezas value={piezas} onValueChange={setPiezas} onFin={() => {}} enUso={sesion.caja.denominaciones} />
        </div>
      ) : (
        <Field label="Efectivo contado" error={acto.campos.monto}>
          <MoneyField size="grande" value={total} onValueChange={setTotal} />
        </Field>
      )}
      {modo === 'piezas' && (
        <p className="num flex justify-between text-lg font-bold" aria-live="polite">
          Contado <Monto centavos={contado ?? 0} />
        </p>
      )}
      <Field label={elegida ? `PIN de ${elegida.nombre}` : 'PIN de quien recibe'} error={acto.campos.pin}>
        <Input
          size="mostrador"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          maxLength={12}
          onChange={(event) => setPin(event.target.value.replace(/\D/g, ''))}
        />
      </Field>
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
          Pasar la caja <Kbd tone="sobre">Enter</Kbd>
        </Button>
      </div>
    </form>
  );
}
