import { Document, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { denominacionDe, fraseCierre, NOMBRE_DE_BOLSILLO, nombreDenominacion } from '@/lib/caja/rules';
import type { CierreDto } from '@/lib/caja/schemas-cierre';
import { centavosDeJson, formatMonto } from '@/lib/money';
import { formatFechaPapel } from '@/lib/time';
import { enWinAnsi as T } from './recibo-a4';

const GRIS = '#5f564b';

const e = StyleSheet.create({
  hoja: { padding: 44, fontFamily: 'Helvetica', fontSize: 10, lineHeight: 1.4, color: '#1c1814' },
  titulo: { fontFamily: 'Helvetica-Bold', fontSize: 18, lineHeight: 1.2, marginBottom: 3 },
  frase: { fontFamily: 'Helvetica-Bold', fontSize: 12, marginTop: 10, marginBottom: 4 },
  gris: { color: GRIS },
  seccion: { fontFamily: 'Helvetica-Bold', fontSize: 11, marginTop: 14, marginBottom: 3 },
  fila: { flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: '#d8cfc4', paddingVertical: 3 },
  que: { flex: 1, paddingRight: 8 },
  cuanto: { width: 90, textAlign: 'right' },
  fuerte: { fontFamily: 'Helvetica-Bold' },
  firmas: { flexDirection: 'row', gap: 60, marginTop: 70 },
  firma: { flex: 1, borderTopWidth: 1, borderTopColor: '#1c1814', paddingTop: 4, textAlign: 'center' },
});

const monto = (bolivianos: number | null) =>
  bolivianos === null ? '' : T(formatMonto(centavosDeJson(bolivianos) ?? 0));

/** The arqueo of a closed session as an A4 sheet in PDF, with the lines to sign. */
export function pdfDeArqueo(cierre: CierreDto): Promise<Buffer> {
  return renderToBuffer(<Hoja cierre={cierre} />);
}

function Hoja({ cierre }: { cierre: CierreDto }) {
  const { sesion, balance, externas, recuentos } = cierre;
  const { caja } = sesion;
  const frase = fraseCierre(
    centavosDeJson(sesion.diferencia ?? 0) ?? 0,
    externas.map((x) => ({ nombre: x.nombre, diferencia: centavosDeJson(x.diferencia_nueva ?? 0) })),
  );
  return (
    <Document title={T(`Arqueo de ${caja.nombre}, sesión ${sesion.id}`)} language="es-BO">
      <Page size="A4" style={e.hoja}>
        <Text style={e.titulo}>{T(`Arqueo de ${caja.nombre}`)}</Text>
        <Text style={e.gris}>{T(`${caja.sucursal} · ${sesion.cajero} · sesión ${sesion.id}`)}</Text>
        <Text style={e.gris}>
          {T(
            `Apertura ${formatFechaPapel(sesion.fecha_apertura)} · Cierre ${sesion.fecha_cierre ? formatFechaPapel(sesion.fecha_cierre) : ''}`,
          )}
        </Text>
        <Text style={e.frase}>{T(frase)}</Text>
        <Text style={e.seccion}>Cuenta por cuenta</Text>
        <Fila fuerte celdas={['', 'Debía haber', 'Hay', 'Diferencia']} />
        <Fila
          celdas={[
            'Efectivo en gaveta',
            monto(sesion.monto_final_teorico),
            monto(sesion.monto_final_real),
            monto(sesion.diferencia),
          ]}
        />
        {externas.map((x) => (
          <Fila
            key={x.id_cuenta}
            celdas={[x.nombre, monto(x.saldo_libro), monto(x.saldo_app), monto(x.diferencia_nueva ?? x.diferencia)]}
          />
        ))}
        <Text style={e.seccion}>De dónde sale</Text>
        {figurasDe(cierre).map(([que, cuanto]) => (
          <Fila key={que} celdas={[que, monto(cuanto)]} />
        ))}
        <Text style={e.seccion}>Efectivo por negocio</Text>
        {Object.entries(NOMBRE_DE_BOLSILLO).map(([clave, nombre]) => (
          <Fila key={clave} celdas={[nombre, monto(balance.bolsillos[clave as keyof typeof balance.bolsillos])]} />
        ))}
        {sesion.denominaciones && (
          <View wrap={false}>
            <Text style={e.seccion}>Conteo</Text>
            {piezasDe(sesion.denominaciones).map(({ valor, piezas }) => (
              <Fila
                key={valor}
                celdas={[
                  `${valor >= 1_000 ? 'Billetes' : 'Monedas'} de ${nombreDenominacion(valor)} × ${piezas}`,
                  formatMonto(valor * piezas),
                ]}
              />
            ))}
            <Fila fuerte celdas={['Contado', monto(sesion.monto_final_real)]} />
          </View>
        )}
        {recuentos.map((r) => (
          <Text key={r.id} style={{ marginTop: 8 }}>
            {T(`Recuento del ${formatFechaPapel(r.fecha)}: Bs ${monto(r.monto)}. ${r.motivo} (${r.usuario})`)}
          </Text>
        ))}
        <View style={e.firmas} wrap={false}>
          <Text style={e.firma}>{T(`Entregué: ${sesion.cajero}`)}</Text>
          <Text style={e.firma}>Recibí conforme</Text>
        </View>
      </Page>
    </Document>
  );
}

function Fila({ celdas: [que = '', ...cifras], fuerte }: { celdas: readonly string[]; fuerte?: boolean }) {
  return (
    <View style={fuerte ? [e.fila, e.fuerte] : e.fila} wrap={false}>
      <Text style={e.que}>{T(que)}</Text>
      {cifras.map((cifra, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns never move, and two may hold the same figure
        <Text key={i} style={e.cuanto}>
          {T(cifra)}
        </Text>
      ))}
    </View>
  );
}

function figurasDe({ balance: b }: CierreDto): [string, number | null][] {
  const todas: [string, number | null][] = [
    ['Se abrió con', b.monto_inicial],
    ['Ventas en efectivo', b.ventas.efectivo],
    ['Ingresos', b.ingresos],
    ['Egresos', b.egresos && -b.egresos],
    ['Traspasos', b.traspasos],
    ['Compras pagadas con caja', b.compras && -b.compras],
    ['Agente bancario, neto', b.agentes.neto],
    ['Recargas', b.recargas],
    ['Fiado cobrado', b.fiado],
    ['Otros', b.otros],
    ['Por QR, fuera de la gaveta', b.ventas.qr],
    ['Por transferencia, fuera de la gaveta', b.ventas.transferencia],
  ];
  return todas.filter(([, valor]) => valor !== 0);
}

function piezasDe(denominaciones: Record<string, number>): { valor: number; piezas: number }[] {
  return Object.entries(denominaciones)
    .flatMap(([clave, piezas]) => {
      const valor = denominacionDe(clave);
      return valor && piezas > 0 ? [{ valor, piezas }] : [];
    })
    .sort((a, b) => b.valor - a.valor);
}
