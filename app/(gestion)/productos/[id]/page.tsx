import { Tag } from 'lucide-react';
import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { ZodError } from 'zod';
import { CodigosProducto } from '@/components/producto/codigos-producto';
import { EliminarProducto } from '@/components/producto/eliminar-producto';
import { ExistenciasProducto } from '@/components/producto/existencias-producto';
import { FichaProducto } from '@/components/producto/ficha-producto';
import { FormularioProducto } from '@/components/producto/formulario-producto';
import { FotoProducto } from '@/components/producto/foto-producto';
import { HistoriaProducto } from '@/components/producto/historia-producto';
import { NuevoVencimiento } from '@/components/producto/nuevo-vencimiento';
import { PESTANAS, type Pestana, PestanasProducto } from '@/components/producto/pestanas-producto';
import { PreciosProducto } from '@/components/producto/precios-producto';
import { PresentacionesProducto } from '@/components/producto/presentaciones-producto';
import { Vencimientos } from '@/components/producto/vencimientos';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { historiaDeProducto } from '@/lib/auditoria/queries';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import type { Context } from '@/lib/context';
import { NoEncontradoError } from '@/lib/errors';
import { leerFicha } from '@/lib/presentacion/queries';
import { leerProducto, listarCategorias } from '@/lib/producto/queries';
import type { ProductoDto } from '@/lib/producto/schemas';
import { listarVencimientos } from '@/lib/reposicion/queries';
import { formatFechaHora } from '@/lib/time';

export const metadata: Metadata = { title: 'Producto' };

type ProductoPageProps = { params: Promise<{ id: string }>; searchParams: Promise<{ ver?: string | string[] }> };

/** One product: its data and, in other tabs, codes, presentations, prices, stock by branch and every change. */
export default async function ProductoPage({ params, searchParams }: ProductoPageProps) {
  const ctx = await requireContext();
  const [producto, { ver }] = [await leer(ctx, (await params).id), await searchParams];
  const puedeEditar = puede(ctx, 'producto:editar');
  const hay = (Object.keys(PESTANAS) as Pestana[]).filter((p) => p !== 'historia' || puedeEditar);
  const activa = hay.find((p) => p === ver) ?? 'datos';
  return (
    <>
      <PageHeader
        title={producto.nombre}
        subtitle={`Último cambio: ${formatFechaHora(producto.updated_at)}`}
        back={<Link href="/productos">← Productos</Link>}
        actions={
          <>
            <Link href={`/productos/etiquetas?ids=${producto.id}` as Route} className={buttonClass({})}>
              <Tag aria-hidden="true" />
              Etiqueta
            </Link>
            {puedeEditar && <EliminarProducto id={producto.id} nombre={producto.nombre} />}
          </>
        }
      />
      <PestanasProducto id={producto.id} activa={activa} hay={hay} />
      <Contenido ctx={ctx} producto={producto} pestana={activa} />
    </>
  );
}

type ContenidoProps = { ctx: Context; producto: ProductoDto; pestana: Pestana };

async function Contenido({ ctx, producto, pestana }: ContenidoProps) {
  const puedeEditar = puede(ctx, 'producto:editar');
  const conCosto = puede(ctx, 'producto:ver_costo');
  if (pestana === 'datos') return <Datos ctx={ctx} producto={producto} />;
  if (pestana === 'historia') return <HistoriaProducto historia={await historiaDeProducto(ctx, { id: producto.id })} />;
  const ficha = await leerFicha(ctx, { id: producto.id });
  if (pestana === 'precios') return <PreciosProducto producto={producto} ficha={ficha} puedeEditar={puedeEditar} />;
  if (pestana === 'existencias') {
    const vencimientos = await listarVencimientos(ctx, { id_producto: producto.id });
    return (
      <div className="flex flex-col gap-4">
        <ExistenciasProducto
          producto={producto}
          sucursales={ficha.sucursales}
          puedeEditar={puedeEditar}
          conCosto={conCosto}
          conKardex={puede(ctx, 'inventario:ver')}
        />
        <Card flush title="Vencimientos en esta sucursal">
          {puedeEditar && <NuevoVencimiento producto={producto} />}
          <Vencimientos vencimientos={vencimientos} puedeEditar={puedeEditar} conProducto={false} />
        </Card>
      </div>
    );
  }
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <CodigosProducto idProducto={producto.id} codigos={ficha.codigos} puedeEditar={puedeEditar} />
      <PresentacionesProducto producto={producto} presentaciones={ficha.presentaciones} puedeEditar={puedeEditar} />
    </div>
  );
}

async function Datos({ ctx, producto }: Omit<ContenidoProps, 'pestana'>) {
  const { items: categorias } = await listarCategorias(ctx);
  if (!puede(ctx, 'producto:editar')) {
    return (
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <FichaProducto producto={producto} />
        {producto.imagen && <FotoProducto producto={producto} puedeEditar={false} />}
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <FormularioProducto
        key={`${producto.id} ${producto.updated_at}`}
        producto={producto}
        categorias={categorias.map(({ id, nombre }) => ({ id, nombre }))}
        conCosto={puede(ctx, 'producto:ver_costo')}
        puedeAjustar={puede(ctx, 'producto:ajustar')}
      />
      <FotoProducto producto={producto} puedeEditar />
    </div>
  );
}

async function leer(ctx: Context, id: string) {
  try {
    return await leerProducto(ctx, { id });
  } catch (error) {
    if (error instanceof NoEncontradoError || error instanceof ZodError) notFound();
    throw error;
  }
}
