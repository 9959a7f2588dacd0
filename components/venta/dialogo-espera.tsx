'use client';

import { Clock, CloudOff, Trash2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { formatBs } from '@/lib/money';
import { formatFechaHora } from '@/lib/time';
import type { Espera } from './use-espera';

type DialogoEsperaProps = {
  open: boolean;
  espera: Espera;
  /** The ticket in hand has lines: they must go somewhere first. */
  hayLineas: boolean;
  onCerrar: () => void;
};

/** The tickets that wait in the branch, and those that only this device has yet. Enter takes up the one in focus. */
export function DialogoEspera({ open, espera, hayLineas, onCerrar }: DialogoEsperaProps) {
  const primero = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={(abierto) => !abierto && onCerrar()}
      title="Tickets en espera"
      locked={espera.ocupado}
      initialFocus={primero}
    >
      {hayLineas && (
        <Notice tone="aviso" className="mb-4" title="Hay un ticket a medias">
          Para retomar otro, primero se cobra, se deja en espera o se vacía.
        </Notice>
      )}
      <Lista espera={espera} primero={primero} bloqueada={hayLineas || espera.ocupado} onRetomado={onCerrar} />
    </Dialog>
  );
}

type ListaProps = {
  espera: Espera;
  primero: React.RefObject<HTMLButtonElement | null>;
  bloqueada: boolean;
  onRetomado: () => void;
};

function Lista({ espera, primero, bloqueada, onRetomado }: ListaProps) {
  const { apartes, enServidor, consulta } = espera;
  if (consulta.isPending && apartes.length === 0) {
    return (
      <div role="status" className="flex flex-col gap-2">
        <span className="sr-only">Cargando los tickets en espera…</span>
        <Skeleton className="h-16 rounded-md" />
        <Skeleton className="h-16 rounded-md" />
      </div>
    );
  }
  const vacia = apartes.length === 0 && enServidor.length === 0;
  if (vacia && consulta.isError) {
    return <ErrorState message={consulta.error.message} onRetry={() => consulta.refetch()} />;
  }
  if (vacia) {
    return (
      <EmptyState
        icon={Clock}
        title="Nadie espera"
        description="Con F8 se deja el ticket en espera y se atiende a quien sigue."
      />
    );
  }
  const retomar = async (acto: Promise<boolean>) => {
    if (await acto) onRetomado();
  };
  return (
    <ul aria-label="Tickets en espera" className="flex flex-col gap-2">
      {apartes.map((a, i) => (
        <Fila
          key={a.acto}
          boton={i === 0 ? primero : undefined}
          titulo={a.etiqueta}
          detalle={`${a.cajero} · ${formatFechaHora(a.fecha)}`}
          total={a.total}
          lineas={a.ticket.lineas.length}
          aviso={a.rechazo ?? (a.enviada ? 'Por confirmar con el servidor' : 'Solo en este equipo')}
          bloqueada={bloqueada}
          onRetomar={() => void retomar(espera.retomarAparte(a))}
          onDescartar={a.enviada ? null : () => espera.descartarAparte(a)}
        />
      ))}
      {enServidor.map((t, i) => (
        <Fila
          key={t.id}
          boton={i === 0 && apartes.length === 0 ? primero : undefined}
          titulo={t.etiqueta}
          detalle={`${t.cajero} · ${t.caja} · ${formatFechaHora(t.fecha)}`}
          total={Math.round(t.total * 100)}
          lineas={t.lineas}
          bloqueada={bloqueada}
          onRetomar={() => void retomar(espera.retomar(t.id))}
          onDescartar={() => void espera.descartar(t.id)}
        />
      ))}
    </ul>
  );
}

type FilaProps = {
  boton?: React.RefObject<HTMLButtonElement | null> | undefined;
  titulo: string | null;
  detalle: string;
  total: number;
  lineas: number;
  aviso?: ReactNode;
  bloqueada: boolean;
  onRetomar: () => void;
  onDescartar: (() => void) | null;
};

function Fila({ boton, titulo, detalle, total, lineas, aviso, bloqueada, onRetomar, onDescartar }: FilaProps) {
  const [seguro, setSeguro] = useState(false);
  const nombre = titulo ?? `${lineas} ${lineas === 1 ? 'producto' : 'productos'}`;
  return (
    <li className="num flex items-center gap-2 rounded-md border border-borde">
      <button
        ref={boton}
        type="button"
        disabled={bloqueada}
        aria-label={`Retomar ${nombre}, ${formatBs(total)}`}
        onClick={onRetomar}
        className="flex min-h-16 min-w-0 flex-1 items-center gap-3 rounded-md py-2 pl-4 text-left hover:bg-superficie-2 disabled:opacity-60"
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">{nombre}</span>
          <span className="block truncate text-xs text-tinta-2">
            {titulo && `${lineas} ${lineas === 1 ? 'producto' : 'productos'} · `}
            {detalle}
          </span>
          {aviso && (
            <span className="flex items-center gap-1 text-xs font-medium text-aviso">
              <CloudOff aria-hidden="true" className="size-3.5 shrink-0" />
              {aviso}
            </span>
          )}
        </span>
        <strong className="shrink-0 text-base font-bold">{formatBs(total)}</strong>
      </button>
      {onDescartar && (
        <Button
          variant="fantasma"
          size="compacto"
          className={seguro ? 'mr-2 text-falta!' : 'mr-2'}
          aria-label={seguro ? `Confirmar que se descarta ${nombre}` : `Descartar ${nombre}`}
          icon={<Trash2 aria-hidden="true" />}
          onClick={() => (seguro ? onDescartar() : setSeguro(true))}
          onBlur={() => setSeguro(false)}
        >
          {seguro && '¿Descartar?'}
        </Button>
      )}
    </li>
  );
}
