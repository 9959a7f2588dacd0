'use client';

import { useEffect, useState } from 'react';
import { Card } from '@/components/ui/card';
import { Chip, type Tone } from '@/components/ui/chip';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { FRASES } from '@/lib/offline/charge';
import type { EstadoLocal } from '@/lib/offline/local';
import { cercaDelLimite, PROMESA } from '@/lib/offline/outbox';
import { formatFechaHora } from '@/lib/time';
import { AvisoVersion } from './aviso-version';
import { edadDe } from './edad';
import { type Equipamiento, mirarEquipo } from './equipamiento';
import { useLocal } from './use-local';

/** How this device is: what it promises, what it keeps, and what it lacks. */
export function Diagnostico({ version }: { version: string }) {
  const estado = useLocal((e) => e, null);
  const [equipo, setEquipo] = useState<Equipamiento | null>(null);
  const listo = estado?.listo ?? false;
  useEffect(() => {
    if (listo) void mirarEquipo().then(setEquipo);
  }, [listo]);
  return (
    <div className="mx-auto w-full max-w-4xl p-4 sm:p-6">
      <PageHeader
        title="Diagnóstico de este equipo"
        subtitle={`Promesa sin conexión: ${PROMESA.dias} días y ${PROMESA.tickets.toLocaleString('es-BO')} tickets por equipo.`}
      />
      <div className="grid gap-4">
        <AvisoVersion />
        {estado?.falla && (
          <Notice tone="falta" title="El almacén de este equipo falla">
            {FRASES[estado.falla]}
          </Notice>
        )}
        {equipo?.faltan.length ? (
          <Notice tone="aviso" title="Lo que falta en este equipo">
            <ul className="list-disc pl-5">
              {equipo.faltan.map((frase) => (
                <li key={frase}>{frase}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {estado && equipo ? (
          <div className="grid gap-4 md:grid-cols-2">
            <PorEnviar estado={estado} />
            <Catalogo estado={estado} />
            <Identificacion estado={estado} />
            <Navegador equipo={equipo} version={version} desfase={estado.desfase} />
          </div>
        ) : (
          <p role="status" className="text-tinta-2">
            Mirando el equipo…
          </p>
        )}
      </div>
    </div>
  );
}

function PorEnviar({ estado }: { estado: EstadoLocal }) {
  const { pendientes, observados, masAntiguo } = estado.salida;
  const cerca = cercaDelLimite(estado.salida, Date.now());
  return (
    <Card title="Por enviar">
      <Datos>
        <Dato
          que="Tickets y otros hechos"
          cuanto={`${pendientes.toLocaleString('es-BO')} de ${PROMESA.tickets.toLocaleString('es-BO')}`}
          tono={cerca.tickets ? 'aviso' : undefined}
        />
        <Dato
          que="El más antiguo"
          cuanto={masAntiguo === null ? '—' : edadDe(masAntiguo, Date.now())}
          tono={cerca.dias ? 'aviso' : undefined}
        />
        <Dato que="Por revisar" cuanto={String(observados)} tono={observados > 0 ? 'falta' : undefined} />
        <Dato que="Último fallo" cuanto={estado.emisor.frase ?? '—'} />
      </Datos>
    </Card>
  );
}

function Catalogo({ estado }: { estado: EstadoLocal }) {
  const { cargados, completo, sincronizadoEn, error } = estado.catalogo;
  return (
    <Card title="Catálogo en el equipo">
      <Datos>
        <Dato que="Productos" cuanto={cargados.toLocaleString('es-BO')} />
        <Dato que="Carga" cuanto={completo ? 'completa' : 'en curso'} tono={completo ? 'hecho' : 'aviso'} />
        <Dato
          que="Última sincronización"
          cuanto={sincronizadoEn ? formatFechaHora(new Date(sincronizadoEn)) : 'nunca'}
        />
        <Dato que="Último fallo" cuanto={error ?? '—'} />
      </Datos>
    </Card>
  );
}

function Identificacion({ estado }: { estado: EstadoLocal }) {
  const { dispositivo, concesion, arriendo, identidad, revocado } = estado;
  return (
    <Card title="Identificación">
      <Datos>
        <Dato que="Serie de tickets" cuanto={dispositivo?.serie ?? 'sin serie'} />
        <Dato que="Nombre" cuanto={dispositivo?.nombre ?? '—'} />
        <Dato que="Persona" cuanto={identidad?.usuario.nombre ?? '—'} />
        <Dato
          que="Vender sin conexión"
          cuanto={revocado ? 'dado de baja' : concesion ? `hasta ${formatFechaHora(concesion.vence_en)}` : 'todavía no'}
          tono={concesion && !revocado ? 'hecho' : 'aviso'}
        />
        <Dato que="Abre sin conexión" cuanto={arriendo?.caja ?? 'ninguna caja'} />
      </Datos>
    </Card>
  );
}

const SERVICIO = {
  no_hay: 'el navegador no lo ofrece',
  sin_registrar: 'sin registrar',
  instalando: 'guardando la aplicación',
  esperando: 'activo; hay una versión nueva',
  activo: 'activo',
} as const;

function Navegador({ equipo, version, desfase }: { equipo: Equipamiento; version: string; desfase: number }) {
  const { espacio, persistencia, servicio } = equipo;
  const sin = servicio.estado === 'no_hay' || servicio.estado === 'sin_registrar';
  return (
    <Card title="Navegador">
      <Datos>
        <Dato
          que="No borrar datos"
          cuanto={persistencia === null ? 'no se puede pedir' : persistencia ? 'concedido' : 'el navegador dijo que no'}
          tono={persistencia ? 'hecho' : 'aviso'}
        />
        <Dato
          que="Espacio usado"
          cuanto={espacio ? `${enMb(espacio.usado)} de ${enMb(espacio.maximo)}` : 'no lo dice'}
        />
        <Dato que="Abrir sin conexión" cuanto={SERVICIO[servicio.estado]} tono={sin ? 'aviso' : 'hecho'} />
        <Dato que="Reloj" cuanto={enMinutos(desfase)} tono={Math.abs(desfase) > 120_000 ? 'aviso' : undefined} />
        <Dato que="Versión" cuanto={version} />
        <Dato que="Versión guardada" cuanto={servicio.version ?? '—'} />
      </Datos>
    </Card>
  );
}

function Datos({ children }: { children: React.ReactNode }) {
  return <dl className="num grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm">{children}</dl>;
}

function Dato({ que, cuanto, tono }: { que: string; cuanto: string; tono?: Tone | undefined }) {
  return (
    <>
      <dt className="text-tinta-2">{que}</dt>
      <dd className="min-w-0 text-right font-medium break-words">
        {tono ? <Chip tone={tono}>{cuanto}</Chip> : cuanto}
      </dd>
    </>
  );
}

function enMb(bytes: number): string {
  return `${(bytes / 1_048_576).toLocaleString('es-BO', { maximumFractionDigits: 1 })} MB`;
}

function enMinutos(desfase: number): string {
  const minutos = Math.round(Math.abs(desfase) / 60_000);
  if (minutos === 0) return 'en hora';
  return `${minutos} min ${desfase > 0 ? 'atrasado' : 'adelantado'}; se corrige solo`;
}
