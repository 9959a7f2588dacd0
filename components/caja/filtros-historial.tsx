'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTransition } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';

type Opcion = { id: number; nombre: string };
type FiltrosHistorialProps = { cajas: readonly Opcion[]; personas: readonly Opcion[]; hoy: string };

/** Which sessions: by caja, by cashier and by day. They stay in the address. */
export function FiltrosHistorial({ cajas, personas, hoy }: FiltrosHistorialProps) {
  const router = useRouter();
  const ruta = usePathname();
  const actuales = useSearchParams();
  const [pendiente, empezar] = useTransition();
  const poner = (nombre: string, valor: string) => {
    const nuevos = new URLSearchParams(actuales);
    if (valor) nuevos.set(nombre, valor);
    else nuevos.delete(nombre);
    nuevos.delete('cursor');
    empezar(() => router.replace(`${ruta}?${nuevos}` as Parameters<typeof router.replace>[0], { scroll: false }));
  };
  const de = (nombre: string) => actuales.get(nombre) ?? '';
  const elegir = (nombre: string, etiqueta: string, todos: string, opciones: readonly Opcion[]) => (
    <Field label={etiqueta}>
      <Select value={de(nombre)} onChange={(event) => poner(nombre, event.target.value)}>
        <option value="">{todos}</option>
        {opciones.map((o) => (
          <option key={o.id} value={o.id}>
            {o.nombre}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <search aria-busy={pendiente} className="mb-5 grid grid-cols-2 gap-2.5 lg:grid-cols-5">
      {elegir('caja', 'Caja', 'Todas', cajas)}
      {elegir('persona', 'Cajero', 'Todos', personas)}
      <Field label="Desde">
        <Input
          type="date"
          max={de('hasta') || hoy}
          value={de('desde')}
          onChange={(e) => poner('desde', e.target.value)}
        />
      </Field>
      <Field label="Hasta">
        <Input type="date" max={hoy} value={de('hasta')} onChange={(e) => poner('hasta', e.target.value)} />
      </Field>
      <Field label="Diferencias por" className="max-lg:col-span-2">
        <Select value={de('por')} onChange={(e) => poner('por', e.target.value)}>
          <option value="">Cajero</option>
          <option value="caja">Caja</option>
        </Select>
      </Field>
    </search>
  );
}
