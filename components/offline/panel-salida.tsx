'use client';

import { Download, RefreshCw, Upload } from 'lucide-react';
import type { Route } from 'next';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { FRASES } from '@/lib/offline/charge';
import { esteDispositivo } from '@/lib/offline/device';
import { enviarDirectas } from '@/lib/offline/direct-notes';
import { localCounter } from '@/lib/offline/local';
import { cercaDelLimite, PROMESA } from '@/lib/offline/outbox';
import { ArchivoInvalidoError, exportar, importar } from '@/lib/offline/transfer';
import { AvisoVersion } from './aviso-version';
import { FilaEnvio } from './fila-envio';
import { useDirectas } from './use-directas';
import { useLocal } from './use-local';
import { usePendientes } from './use-pendientes';

/** What waits at this device and what can be done about it. */
export function PanelSalida({ ahora }: { ahora: number }) {
  const estado = useLocal((e) => e, null);
  const { envios, total } = usePendientes();
  const directas = useDirectas();
  const archivo = useRef<HTMLInputElement>(null);
  if (!estado) return null;
  const { salida, emisor, conexion, falla, concesion, ajena, revocado, dispositivo, identidad } = estado;
  const cerca = cercaDelLimite(salida, ahora);
  const esperan = salida.pendientes + directas.cuantas;
  return (
    <div className="flex flex-col gap-4 pt-1">
      <AvisoVersion />
      {falla && (
        <Notice tone="falta" title="El almacén de este equipo falla">
          {FRASES[falla]}
        </Notice>
      )}
      {revocado && (
        <Notice tone="falta" title="Este equipo fue dado de baja">
          Lo que venda sin conexión quedará retenido hasta que un administrador lo revise.
        </Notice>
      )}
      {(cerca.tickets || cerca.dias) && (
        <Notice tone="aviso" title="Cerca de lo que este equipo promete sin conexión">
          Son {PROMESA.dias} días y {PROMESA.tickets.toLocaleString('es-BO')} tickets. Conviene conectarlo, o exportar
          lo que espera e importarlo en otro equipo.
        </Notice>
      )}
      {ajena && <CajaAjena frase={ajena} />}
      {!falla && !concesion && dispositivo && (
        <Notice tone="aviso">Este equipo todavía no puede vender sin conexión: falta estar una vez en línea.</Notice>
      )}
      {emisor.estado === 'sin_sesion' && (
        <Notice tone="aviso" title="Para enviar hay que ingresar de nuevo">
          Los tickets siguen guardados en este equipo.{' '}
          <Link href={'/ingresar?volver=%2Fvender&motivo=sesion' as Route} className="font-semibold underline">
            Ingresar
          </Link>
        </Notice>
      )}
      {emisor.frase && emisor.estado === 'esperando' && <p className="text-xs text-tinta-2">{emisor.frase}</p>}
      <section aria-label="Por enviar">
        <h3 className="num text-sm font-semibold">
          {esperan === 0 ? 'No hay nada por enviar' : `${esperan} por enviar`}
        </h3>
        {salida.pendientes === 0 ? (
          <p className="mt-1 text-sm text-tinta-2">Todo lo vendido en este equipo está en el servidor.</p>
        ) : (
          <ul className="mt-2 divide-y divide-borde rounded-md border border-borde">
            {envios.map((envio) => (
              <FilaEnvio key={envio.clave} envio={envio} ahora={ahora} />
            ))}
          </ul>
        )}
        {directas.cuantas > 0 && (
          <p className="num mt-2 text-xs text-pretty text-tinta-2">
            {directas.cuantas === 1
              ? '1 anotación sin firmar:'
              : `${directas.cuantas} anotaciones sin firmar: cada una`}{' '}
            se envía cuando haya servidor y esté quien la hizo.
          </p>
        )}
        {total > envios.length && <p className="num mt-2 text-xs text-tinta-2">Y {total - envios.length} más.</p>}
      </section>
      <div className="grid grid-cols-2 gap-2">
        <Button
          size="mostrador"
          icon={<RefreshCw aria-hidden="true" />}
          disabled={esperan === 0 || conexion === 'sin_sesion'}
          pendiente={emisor.estado === 'enviando'}
          onClick={() => {
            localCounter().send();
            void enviarDirectas(identidad?.usuario.id ?? 0);
          }}
        >
          Enviar ahora
        </Button>
        <Button
          size="mostrador"
          icon={<Download aria-hidden="true" />}
          disabled={salida.pendientes === 0}
          onClick={() => void descargar()}
        >
          Exportar
        </Button>
        <Button
          size="mostrador"
          icon={<Upload aria-hidden="true" />}
          className="col-span-2"
          onClick={() => archivo.current?.click()}
        >
          Importar tickets de otro equipo
        </Button>
      </div>
      <input
        ref={archivo}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Archivo de tickets"
        onChange={(event) => {
          const elegido = event.target.files?.[0];
          event.target.value = '';
          if (elegido) void tomar(elegido);
        }}
      />
      <p className="text-xs text-pretty text-tinta-2">
        Lo exportado también sigue aquí: llegue por donde llegue, cada ticket entra una sola vez.
      </p>
      <Link href={'/vender/diagnostico' as Route} className={buttonClass({ variant: 'fantasma' })}>
        Diagnóstico de este equipo
      </Link>
    </div>
  );
}

function CajaAjena({ frase }: { frase: string }) {
  return (
    <Notice tone="aviso" title="Sin conexión, esta caja se abre en otro equipo">
      {frase}{' '}
      <button
        type="button"
        className="min-h-9 font-semibold text-marca underline underline-offset-3"
        onClick={() => void localCounter().grant({ tomar: true })}
      >
        Atenderla desde aquí
      </button>
    </Notice>
  );
}

async function descargar(): Promise<void> {
  const db = await localCounter().open();
  if (!db) return;
  const contenido = await exportar(db, (await esteDispositivo(db)).id);
  const url = URL.createObjectURL(new Blob([JSON.stringify(contenido)], { type: 'application/json' }));
  const enlace = document.createElement('a');
  enlace.href = url;
  enlace.download = `kantuta-tickets-${contenido.exportado_en.slice(0, 16).replace(/[:T]/g, '-')}.json`;
  enlace.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  toast.success(`${contenido.hechos.length} exportados`);
}

async function tomar(archivo: File): Promise<void> {
  const db = await localCounter().open();
  if (!db) return;
  try {
    const { nuevos, repetidos } = await importar(db, await archivo.text());
    localCounter().send();
    if (nuevos === 0) toast.info('Ese archivo ya se había importado');
    else toast.success(`${nuevos} importados${repetidos > 0 ? `, ${repetidos} ya estaban` : ''}`);
  } catch (error) {
    toast.error(
      error instanceof ArchivoInvalidoError ? error.message : 'El archivo no se pudo guardar en este equipo.',
    );
  }
}
