import type { Qr } from '@/lib/qr';
import type { Recibo as Contenido, Renglon } from '@/lib/recibo/rules';

type ReciboProps = { recibo: Contenido; qr: Qr | null };

/** A ticket on a roll of paper. Its look is `reciboCss`; it uses nothing of the page around it. */
export function Recibo({ recibo, qr }: ReciboProps) {
  return (
    <article className="recibo" aria-label={`Recibo ${recibo.folio}`}>
      <header>
        <h1>{recibo.negocio}</h1>
        {recibo.contacto.map((linea) => (
          <p key={linea}>{linea}</p>
        ))}
      </header>
      {recibo.marcas.map((marca) => (
        <p key={marca} className="marca">
          {marca}
        </p>
      ))}
      <dl className="datos">
        {recibo.datos.map((dato) => (
          <Fila key={dato.que} {...dato} />
        ))}
      </dl>
      <ol className="lineas">
        {recibo.lineas.map((linea, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a ticket's lines never move, and two may be equal
          <li key={i}>
            <span className="nombre">{linea.nombre}</span>
            {linea.nota && <span className="nota">{linea.nota}</span>}
            <span className="cuenta">
              <span>{linea.cuenta}</span>
              <span>{linea.importe}</span>
            </span>
            {linea.descuento && (
              <span className="cuenta">
                <span>Descuento</span>
                <span>{linea.descuento}</span>
              </span>
            )}
          </li>
        ))}
      </ol>
      <dl className="sumas">
        {recibo.antes.map((r) => (
          <Fila key={r.que} {...r} />
        ))}
        <div className="total">
          <dt>TOTAL Bs</dt>
          <dd>{recibo.total}</dd>
        </div>
        {recibo.despues.map((r) => (
          <Fila key={`${r.que} ${r.cuanto}`} {...r} />
        ))}
      </dl>
      {recibo.motivo && <p>Motivo: {recibo.motivo}</p>}
      {recibo.nota && <p className="nota">{recibo.nota}</p>}
      {recibo.pie.map((linea, i) => (
        <p key={linea} className={i === 0 ? 'gracias' : 'pie'}>
          {linea}
        </p>
      ))}
      {qr && (
        <figure>
          <svg
            viewBox={`0 0 ${qr.lado} ${qr.lado}`}
            shapeRendering="crispEdges"
            role="img"
            aria-label="Código QR del recibo"
          >
            <path d={qr.d} fill="#000" />
          </svg>
          <figcaption>Su recibo en el celular</figcaption>
        </figure>
      )}
    </article>
  );
}

function Fila({ que, cuanto, fuerte }: Renglon) {
  return (
    <div className={fuerte ? 'fuerte' : undefined}>
      <dt>{que}</dt>
      <dd>{cuanto}</dd>
    </div>
  );
}
