'use client';

import { CloudOff, LockKeyhole, Store } from 'lucide-react';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Mostrador } from '@/components/venta/mostrador';
import { permisosDeMostrador } from '@/components/venta/permisos';
import { admite, type Especialidad } from '@/lib/caja/rules';
import type { Identidad } from '@/lib/offline/meta';
import { useLocal } from './use-local';

const AbrirSinRed = dynamic(() => import('./abrir-sin-red').then((m) => m.AbrirSinRed), { ssr: false });
const CajaSinRed = dynamic(() => import('./caja-sin-red').then((m) => m.CajaSinRed), { ssr: false });
const CerrarSinRed = dynamic(() => import('./cerrar-sin-red').then((m) => m.CerrarSinRed), { ssr: false });
const Diagnostico = dynamic(() => import('./diagnostico').then((m) => m.Diagnostico), { ssr: false });

/** What of the product works without the server, by the address that was asked for. */
export function PaginaSinRed({ identidad, ruta, version }: { identidad: Identidad; ruta: string; version: string }) {
  if (ruta === '/vender/diagnostico') return <Diagnostico version={version} />;
  if (ruta === '/caja/cerrar' && identidad.sesion && !identidad.sesion.cierre) {
    return <CerrarSinRed identidad={identidad} sesion={identidad.sesion} />;
  }
  if (ruta === '/caja' || ruta.startsWith('/caja/')) return <Caja identidad={identidad} />;
  if (ruta === '/vender') return <Vender identidad={identidad} />;
  return (
    <EmptyState
      as="h1"
      icon={CloudOff}
      title="Esta página necesita el servidor"
      description="Sin conexión se puede vender, abrir y cerrar la caja."
      action={
        <Link href="/vender" className={buttonClass({ variant: 'primario', size: 'mostrador' })}>
          Ir a Vender
        </Link>
      }
      className="my-auto"
    />
  );
}

function Caja({ identidad }: { identidad: Identidad }) {
  const arriendo = useLocal((e) => e.arriendo, null);
  const { sesion } = identidad;
  if (sesion) return <CajaSinRed identidad={identidad} sesion={sesion} />;
  if (arriendo && identidad.permisos.includes('caja:abrir')) return <AbrirSinRed caja={arriendo.caja} />;
  return (
    <EmptyState
      as="h1"
      icon={LockKeyhole}
      title="Sin conexión no se puede abrir una caja en este equipo"
      description="Se abre sin conexión la caja que este equipo atendió por última vez, y ninguna otra."
      className="my-auto"
    />
  );
}

function Vender({ identidad }: { identidad: Identidad }) {
  const { sesion, sucursal, permisos } = identidad;
  if (!sesion || sesion.cierre) return <Caja identidad={identidad} />;
  if (!admite(sesion.caja.especialidad as Especialidad, 'venta')) {
    return (
      <EmptyState
        as="h1"
        icon={Store}
        title={`${sesion.caja.nombre} no vende productos`}
        description="Es una caja solo de agente. Sin conexión no hay nada que hacer en ella."
        action={
          <Link href={'/caja' as Route} className={buttonClass({ size: 'mostrador' })}>
            Ir a Caja
          </Link>
        }
        className="my-auto"
      />
    );
  }
  return (
    <Mostrador
      key={sesion.id ?? sesion.apertura}
      sesion={{
        id: sesion.id ?? 0,
        redondea: sucursal.redondea,
        ...(sesion.apertura && { apertura: sesion.apertura }),
      }}
      idUsuario={identidad.usuario.id}
      cajero={identidad.usuario.nombre}
      formatosBalanza={sucursal.balanza ?? []}
      puede={permisosDeMostrador({ permisos: new Set(permisos), topes: identidad.topes })}
    />
  );
}
