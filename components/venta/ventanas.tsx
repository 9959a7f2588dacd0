'use client';

import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { toast } from 'sonner';
import { useConAprobacion } from '@/components/aprobacion/use-con-aprobacion';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { idDeCobrada } from '@/lib/offline/charge';
import { newUuid } from '@/lib/uuid';
import { anularVentaPorApi } from '@/lib/venta/query-options';
import { nombreVendido } from '@/lib/venta/rules';
import { DialogoDescuento } from './dialogo-descuento';
import { DialogoEspera } from './dialogo-espera';
import { DialogoNota } from './dialogo-nota';
import { DialogoPrecio } from './dialogo-precio';
import { DialogoPresentacion } from './dialogo-presentacion';
import type { PermisosMostrador } from './permisos';
import { importeDe, importeDeLineas } from './ticket';
import type { EstadoMostrador } from './use-mostrador';
import { folioDe } from './venta-dto';

// What most sales never open comes when it is first asked for.
const Paleta = dynamic(() => import('./paleta'), { ssr: false });
const DialogoAtajos = dynamic(() => import('./dialogo-atajos').then((m) => m.DialogoAtajos), { ssr: false });
const DialogoCamara = dynamic(() => import('./dialogo-camara').then((m) => m.DialogoCamara), { ssr: false });
const DialogoCliente = dynamic(() => import('./dialogo-cliente').then((m) => m.DialogoCliente), { ssr: false });
const DialogoLector = dynamic(() => import('./dialogo-lector').then((m) => m.DialogoLector), { ssr: false });
const DialogoProductoNuevo = dynamic(() => import('./dialogo-producto-nuevo').then((m) => m.DialogoProductoNuevo), {
  ssr: false,
});

type VentanasProps = { mostrador: EstadoMostrador; puede: PermisosMostrador };

/** The small dialogs of the counter. */
export function Ventanas({ mostrador, puede }: VentanasProps) {
  const { ventana, setVentana, ticket, acts, elegida, espera, porNombrar, setPorNombrar } = mostrador;
  const cerrar = () => setVentana(null);
  const conCierre =
    <A extends unknown[]>(acto: (...args: A) => unknown) =>
    (...args: A) => {
      acto(...args);
      cerrar();
    };
  const nombreElegida = elegida && nombreVendido(elegida.producto.nombre, elegida.presentacion?.nombre ?? null);
  return (
    <>
      <DialogoDescuento
        open={ventana === 'descuento'}
        title="Descuento"
        descontable={
          elegida && {
            que: nombreElegida ?? '',
            bruto: importeDe({ ...elegida, descuento: null }),
            descuento: elegida.descuento,
          }
        }
        tope={puede.topeDescuento}
        onCerrar={cerrar}
        onAplicar={conCierre(acts.descontar)}
      />
      <DialogoDescuento
        open={ventana === 'descuentoTicket'}
        title="Descuento del ticket"
        descontable={{
          que: 'Se reparte entre todas sus líneas.',
          bruto: importeDeLineas(ticket),
          descuento: ticket.descuento,
        }}
        tope={puede.topeDescuento}
        onCerrar={cerrar}
        onAplicar={conCierre(acts.descontarTicket)}
      />
      <DialogoPrecio
        linea={ventana === 'precio' ? elegida : null}
        tope={puede.topePrecio}
        onCerrar={cerrar}
        onAplicar={conCierre(acts.cambiarPrecio)}
      />
      <DialogoPresentacion
        linea={ventana === 'presentacion' ? elegida : null}
        onCerrar={cerrar}
        onElegir={conCierre(acts.enPresentacion)}
      />
      <DialogoNota
        open={ventana === 'nota' && elegida !== null}
        title="Nota de la línea"
        que={nombreElegida ?? undefined}
        label="Nota"
        hint="Sale impresa bajo la línea."
        nota={elegida?.nota ?? null}
        onCerrar={cerrar}
        onGuardar={conCierre(acts.anotar)}
      />
      <DialogoNota
        open={ventana === 'notaTicket'}
        title="Nota del ticket"
        label="Nota"
        hint="Sale impresa al pie del recibo."
        nota={ticket.nota}
        onCerrar={cerrar}
        onGuardar={conCierre(acts.anotarTicket)}
      />
      <DialogoNota
        open={ventana === 'aparcar'}
        title="Dejar en espera"
        que="Cualquier caja de la sucursal puede retomarlo."
        label="¿De quién es?"
        placeholder={ticket.cliente?.nombre ?? 'Un nombre, para encontrarlo después'}
        hint="Enter lo deja en espera, también sin nombre."
        maximo={60}
        accion="Dejar en espera"
        nota={ticket.cliente?.nombre ?? null}
        onCerrar={cerrar}
        onGuardar={conCierre(espera.aparcar)}
      />
      <DialogoEspera open={ventana === 'verEspera'} espera={espera} hayLineas={mostrador.hayLineas} onCerrar={cerrar} />
      <Vaciar mostrador={mostrador} />
      <AnularUltima mostrador={mostrador} />
      {ventana === 'ayuda' && <DialogoAtajos open onOpenChange={cerrar} />}
      {ventana === 'lector' && <DialogoLector open onCerrar={cerrar} />}
      {ventana === 'cliente' && (
        <DialogoCliente cliente={ticket.cliente} onCerrar={cerrar} onElegir={conCierre(acts.elegirCliente)} />
      )}
      {ventana === 'camara' && (
        <DialogoCamara
          open
          ultimo={nombreElegida}
          onCodigo={(codigo) => mostrador.alEscanear({ codigo, enBusqueda: false })}
          onCerrar={cerrar}
        />
      )}
      {ventana === 'paleta' && (
        <Paleta
          disponible={mostrador.disponible}
          onCerrar={cerrar}
          onElegir={(id) => {
            cerrar();
            // The palette gives the focus back as it closes; what it opens takes it afterwards.
            setTimeout(() => mostrador.hacer(id), 30);
          }}
        />
      )}
      {porNombrar && (
        <DialogoProductoNuevo
          codigo={porNombrar.codigo}
          onCerrar={() => setPorNombrar(null)}
          onCrear={mostrador.nombrar}
        />
      )}
    </>
  );
}

function Vaciar({ mostrador: { ventana, setVentana, sinRespuesta, vaciar } }: { mostrador: EstadoMostrador }) {
  return (
    <ConfirmDialog
      open={ventana === 'vaciar'}
      onOpenChange={() => setVentana(null)}
      title="¿Vaciar el ticket?"
      description={
        sinRespuesta
          ? 'Un intento de cobro quedó sin respuesta. Antes de vaciarlo, conviene mirar en Ventas si llegó.'
          : 'Se quitan todas sus líneas. Nada se ha cobrado todavía.'
      }
      confirm="Vaciar"
      peligro
      onConfirm={async () => {
        vaciar();
        return undefined;
      }}
    />
  );
}

/** Voids what was just sold. Each opening is one act: its clave lasts through every try. */
function AnularUltima({ mostrador: { ventana, setVentana, ultima, anotarUltima } }: { mostrador: EstadoMostrador }) {
  const conAprobacion = useConAprobacion();
  const clave = useRef<{ id: number; clave: string } | null>(null);
  const venta = ultima?.hecha.venta;
  if (!ultima || !venta) return null;

  async function anular(motivo: string): Promise<string | undefined> {
    if (!ultima || !venta) return undefined;
    // A sale made at the device has no id until the server has it.
    const id = venta.id || (ultima.clave && (await idDeCobrada(ultima.clave)));
    if (!id) return 'Ese ticket todavía no llegó al servidor. Se puede anular apenas llegue.';
    if (clave.current?.id !== id) clave.current = { id, clave: newUuid() };
    const { clave: suya } = clave.current;
    try {
      const anulada = await conAprobacion(() => anularVentaPorApi(id, motivo, suya));
      anotarUltima({ ...ultima, hecha: { ...ultima.hecha, venta: anulada } });
      toast.success(`Ticket ${folioDe(venta)} anulado`);
      return undefined;
    } catch (error) {
      clave.current = null;
      return error instanceof Error ? error.message : 'No se pudo anular.';
    }
  }
  return (
    <ConfirmDialog
      open={ventana === 'anular'}
      onOpenChange={() => setVentana(null)}
      title={`¿Anular el ticket ${folioDe(venta)}?`}
      description="La mercadería vuelve al stock y el dinero se devuelve: el efectivo sale de esta gaveta."
      confirm="Anular"
      peligro
      motivo={{ placeholder: 'Por qué se anula' }}
      onConfirm={anular}
    />
  );
}
