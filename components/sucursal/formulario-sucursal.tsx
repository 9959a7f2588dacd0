'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { useGuardar } from '@/components/usuario/use-guardar';
import { crearSucursalAction, editarSucursalAction, eliminarSucursalAction } from '@/lib/sucursal/actions';
import type { SucursalDto } from '@/lib/sucursal/schemas';

/** A branch: its data, what its receipts say, how it rounds and how long it takes goods back. `null` for a new one. */
export function FormularioSucursal({ sucursal }: { sucursal: SucursalDto | null }) {
  const router = useRouter();
  const { form, pendiente, rechazo, campos, guardar } = useGuardar();
  const [borra, setBorra] = useState(false);
  const [datos, setDatos] = useState({
    nombre: sucursal?.nombre ?? '',
    direccion: sucursal?.direccion ?? '',
    telefono: sucursal?.telefono ?? '',
    texto_encabezado: sucursal?.texto_encabezado ?? '',
    texto_pie: sucursal?.texto_pie ?? '',
    dias: String(sucursal?.dias_devolucion ?? 7),
    redondeo_efectivo: sucursal?.redondeo_efectivo ?? true,
  });
  const poner = (cambio: Partial<typeof datos>) => setDatos((antes) => ({ ...antes, ...cambio }));

  function enviar() {
    const { dias, ...resto } = datos;
    const raw = { ...resto, dias_devolucion: /^\d+$/.test(dias) ? Number(dias) : -1 };
    guardar(
      () => (sucursal ? editarSucursalAction({ ...raw, id: sucursal.id }) : crearSucursalAction(raw)),
      (hecha) => {
        toast.success(`${hecha.nombre} guardada`);
        router.push('/sucursales' as Route);
        router.refresh();
      },
    );
  }

  return (
    <form
      ref={form}
      noValidate
      className="grid gap-4 lg:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        enviar();
      }}
    >
      <Card title="Datos">
        <div className="flex flex-col gap-4">
          <Field label="Nombre" error={campos.nombre}>
            <Input value={datos.nombre} maxLength={80} onChange={(e) => poner({ nombre: e.target.value })} />
          </Field>
          <Field label="Dirección" opcional error={campos.direccion}>
            <Input value={datos.direccion} maxLength={160} onChange={(e) => poner({ direccion: e.target.value })} />
          </Field>
          <Field label="Teléfono" opcional error={campos.telefono}>
            <Input
              value={datos.telefono}
              maxLength={30}
              inputMode="tel"
              onChange={(e) => poner({ telefono: e.target.value })}
            />
          </Field>
        </div>
      </Card>
      <Card title="Recibos y ventas">
        <div className="flex flex-col gap-4">
          <Field label="Texto bajo el nombre, en el recibo" opcional error={campos.texto_encabezado}>
            <Input
              value={datos.texto_encabezado}
              maxLength={160}
              onChange={(e) => poner({ texto_encabezado: e.target.value })}
            />
          </Field>
          <Field label="Texto al pie del recibo" opcional error={campos.texto_pie}>
            <Input value={datos.texto_pie} maxLength={160} onChange={(e) => poner({ texto_pie: e.target.value })} />
          </Field>
          <Field label="Días para aceptar una devolución" error={campos.dias_devolucion}>
            <Input inputMode="numeric" value={datos.dias} onChange={(e) => poner({ dias: e.target.value })} />
          </Field>
          <Checkbox
            label="Redondear el efectivo a Bs 0,10"
            checked={datos.redondeo_efectivo}
            onChange={(e) => poner({ redondeo_efectivo: e.target.checked })}
          />
        </div>
      </Card>
      <div className="flex flex-wrap items-center justify-end gap-2 lg:col-span-2">
        {rechazo && (
          <Notice tone="falta" alert className="mr-auto">
            {rechazo.message}
          </Notice>
        )}
        {sucursal && <Button onClick={() => setBorra(true)}>Eliminar</Button>}
        <Button type="submit" variant="primario" pendiente={pendiente}>
          Guardar
        </Button>
      </div>
      {sucursal && borra && (
        <ConfirmDialog
          open
          onOpenChange={setBorra}
          title={`¿Eliminar ${sucursal.nombre}?`}
          description="Solo se puede sin cajas, mercadería, transferencias abiertas ni personas. Su historia se conserva."
          confirm="Eliminar"
          peligro
          onConfirm={async () => {
            const hecho = await eliminarSucursalAction({ id: sucursal.id });
            if (!hecho.ok) return hecho.message;
            toast.success(`${sucursal.nombre} eliminada`);
            router.push('/sucursales' as Route);
            router.refresh();
          }}
        />
      )}
    </form>
  );
}
