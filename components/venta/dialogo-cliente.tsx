'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useDeferredValue, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { clientesQuery, crearClienteEnMostrador } from '@/lib/cliente/query-options';
import { newUuid } from '@/lib/uuid';
import type { ClienteTicket } from './ticket';

type DialogoClienteProps = {
  cliente: ClienteTicket | null;
  onCerrar: () => void;
  onElegir: (cliente: ClienteTicket | null) => void;
};

/** Who buys: found by a few letters, or registered on the spot. */
export function DialogoCliente({ cliente, onCerrar, onElegir }: DialogoClienteProps) {
  const campo = useRef<HTMLInputElement>(null);
  const [nuevo, setNuevo] = useState<string | null>(null);
  return (
    <Dialog
      open
      onOpenChange={(abierto) => !abierto && onCerrar()}
      width="chico"
      title={nuevo === null ? 'Cliente del ticket' : 'Registrar un cliente'}
      initialFocus={campo}
    >
      {nuevo === null ? (
        <Buscador campo={campo} cliente={cliente} onElegir={onElegir} onNuevo={setNuevo} />
      ) : (
        <Registro nombre={nuevo} onElegir={onElegir} onVolver={() => setNuevo(null)} />
      )}
    </Dialog>
  );
}

type BuscadorProps = Pick<DialogoClienteProps, 'cliente' | 'onElegir'> & {
  campo: React.RefObject<HTMLInputElement | null>;
  onNuevo: (nombre: string) => void;
};

function Buscador({ campo, cliente, onElegir, onNuevo }: BuscadorProps) {
  const [texto, setTexto] = useState('');
  const [marca, setMarca] = useState(0);
  const buscar = useDeferredValue(texto.trim());
  const consulta = useInfiniteQuery(clientesQuery(buscar));
  const clientes = consulta.data?.pages[0]?.clientes.slice(0, 6) ?? [];

  function alPulsar(event: KeyboardEvent) {
    const paso = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const elegido = clientes[marca];
    if (paso !== 0) setMarca((m) => Math.max(0, Math.min(clientes.length - 1, m + paso)));
    else if (event.key === 'Enter' && elegido) onElegir(elegido);
    else if (event.key === 'Enter' && buscar) onNuevo(buscar);
    else return;
    event.preventDefault();
  }

  return (
    <div className="flex flex-col gap-3">
      <Field label="Nombre, CI/NIT o teléfono">
        <Input
          ref={campo}
          size="mostrador"
          autoComplete="off"
          value={texto}
          onChange={(event) => {
            setTexto(event.target.value);
            setMarca(0);
          }}
          onKeyDown={alPulsar}
        />
      </Field>
      {consulta.isPending && <Skeleton className="h-40 rounded-md" />}
      {consulta.isError && <ErrorState message={consulta.error.message} onRetry={() => consulta.refetch()} />}
      {consulta.isSuccess && clientes.length === 0 && (
        <EmptyState
          icon={UserPlus}
          title={buscar ? `Nadie se llama «${buscar}»` : 'Todavía no hay clientes'}
          description="Enter lo registra con ese nombre."
        />
      )}
      <ul aria-label="Clientes" className="flex flex-col gap-1">
        {clientes.map((c, i) => (
          <li key={c.id}>
            <button
              type="button"
              onClick={() => onElegir(c)}
              className={cx(
                'num flex min-h-12 w-full items-center justify-between gap-3 rounded-md px-3 text-left hover:bg-superficie-2',
                i === marca && 'bg-marca-suave',
              )}
            >
              <span className="truncate font-semibold">{c.nombre}</span>
              <span className="shrink-0 text-xs text-tinta-2">{c.ci_nit ?? c.telefono}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-between gap-2">
        <Button icon={<UserPlus aria-hidden="true" />} onClick={() => onNuevo(texto.trim())}>
          Registrar uno nuevo
        </Button>
        {cliente && <Button onClick={() => onElegir(null)}>Quitar a {cliente.nombre}</Button>}
      </div>
    </div>
  );
}

type RegistroProps = { nombre: string; onElegir: (cliente: ClienteTicket) => void; onVolver: () => void };

function Registro({ nombre: dicho, onElegir, onVolver }: RegistroProps) {
  const clave = useRef(newUuid());
  const [nombre, setNombre] = useState(dicho);
  const [ciNit, setCiNit] = useState('');
  const [telefono, setTelefono] = useState('');
  const [enviando, setEnviando] = useState(false);
  const [falla, setFalla] = useState<string | null>(null);

  async function enviar(event: FormEvent) {
    event.preventDefault();
    setEnviando(true);
    try {
      const cuerpo = {
        nombre: nombre.trim(),
        ...(ciNit.trim() && { ci_nit: ciNit.trim() }),
        ...(telefono.trim() && { telefono: telefono.trim() }),
      };
      onElegir(await crearClienteEnMostrador(cuerpo, clave.current));
    } catch (error) {
      setFalla(error instanceof Error ? error.message : 'No se pudo registrar.');
      clave.current = newUuid();
    } finally {
      setEnviando(false);
    }
  }

  return (
    <form onSubmit={enviar} className="flex flex-col gap-4">
      <Field label="Nombre">
        <Input size="mostrador" maxLength={120} value={nombre} onChange={(event) => setNombre(event.target.value)} />
      </Field>
      <Field label="CI o NIT" opcional>
        <Input size="mostrador" maxLength={20} value={ciNit} onChange={(event) => setCiNit(event.target.value)} />
      </Field>
      <Field label="Teléfono" opcional>
        <Input
          size="mostrador"
          inputMode="tel"
          maxLength={30}
          value={telefono}
          onChange={(event) => setTelefono(event.target.value)}
        />
      </Field>
      {falla && (
        <Notice tone="falta" alert>
          {falla}
        </Notice>
      )}
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button onClick={onVolver}>Volver</Button>
        <Button type="submit" variant="primario" pendiente={enviando} disabled={nombre.trim().length < 2}>
          Registrar y elegir
        </Button>
      </div>
    </form>
  );
}
