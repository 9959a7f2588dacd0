import { Document, Page, Path, renderToBuffer, StyleSheet, Svg, Text, View } from '@react-pdf/renderer';
import { type Qr, qrDe } from '@/lib/qr';
import type { Recibo, Renglon } from '@/lib/recibo/rules';

const GRIS = '#5f564b';

const e = StyleSheet.create({
  hoja: {
    paddingVertical: 44,
    paddingHorizontal: 48,
    fontFamily: 'Helvetica',
    fontSize: 10,
    lineHeight: 1.4,
    color: '#1c1814',
  },
  cabeza: { flexDirection: 'row', justifyContent: 'space-between', marginBottom: 18 },
  negocio: { fontFamily: 'Helvetica-Bold', fontSize: 18, lineHeight: 1.2, marginBottom: 3 },
  gris: { color: GRIS },
  folio: { fontFamily: 'Helvetica-Bold', fontSize: 13, textAlign: 'right' },
  marca: {
    borderWidth: 1.5,
    borderColor: '#1c1814',
    padding: 5,
    marginBottom: 10,
    textAlign: 'center',
    fontFamily: 'Helvetica-Bold',
    fontSize: 12,
    letterSpacing: 3,
  },
  fila: { flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: '#d8cfc4', paddingVertical: 5 },
  titulo: { flexDirection: 'row', borderBottomWidth: 1, borderBottomColor: '#1c1814', paddingBottom: 4, color: GRIS },
  nombre: { flex: 1, paddingRight: 10 },
  cuenta: { width: 130, textAlign: 'right' },
  importe: { width: 90, textAlign: 'right' },
  sumas: { alignSelf: 'flex-end', width: 250, marginTop: 12 },
  renglon: { flexDirection: 'row', justifyContent: 'space-between', paddingVertical: 1.5 },
  total: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    borderTopWidth: 1,
    borderTopColor: '#1c1814',
    marginTop: 4,
    paddingTop: 6,
    paddingBottom: 4,
    fontFamily: 'Helvetica-Bold',
    fontSize: 15,
  },
  fuerte: { fontFamily: 'Helvetica-Bold' },
  pie: { marginTop: 26, flexDirection: 'row', alignItems: 'center', gap: 16 },
});

/**
 * A receipt as an A4 sheet in PDF. The standard fonts have the letters of Spanish (WinAnsi); what they lack is written with
 * what they have.
 */
export function pdfDeRecibo(recibo: Recibo): Promise<Buffer> {
  return renderToBuffer(<Hoja recibo={recibo} qr={recibo.url === null ? null : qrDe(recibo.url)} />);
}

/** Characters that WinAnsi lacks, by what says the same: the minus of figures, above all. */
export function enWinAnsi(texto: string): string {
  return texto
    .replace(/\u2212/g, '-')
    .replace(/[\u2009\u202f]/g, ' ')
    .replace(/[^\u0020-\u007e\u00a0-\u00ff\u20ac\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]/g, '?');
}

const T = enWinAnsi;

function Hoja({ recibo, qr }: { recibo: Recibo; qr: Qr | null }) {
  return (
    <Document title={`Recibo ${recibo.folio}`} author={T(recibo.negocio)} language="es-BO">
      <Page size="A4" style={e.hoja}>
        <View style={e.cabeza}>
          <View style={{ maxWidth: 300 }}>
            <Text style={e.negocio}>{T(recibo.negocio)}</Text>
            {recibo.contacto.map((linea) => (
              <Text key={linea} style={e.gris}>
                {T(linea)}
              </Text>
            ))}
          </View>
          <View style={{ width: 190 }}>
            <Text style={e.folio}>{recibo.folio}</Text>
            {recibo.datos.slice(1).map((dato) => (
              <Linea key={dato.que} renglon={dato} />
            ))}
          </View>
        </View>
        {recibo.marcas.map((marca) => (
          <Text key={marca} style={e.marca}>
            {marca}
          </Text>
        ))}
        <View style={e.titulo} fixed>
          <Text style={e.nombre}>Producto</Text>
          <Text style={e.cuenta}>Cantidad × precio</Text>
          <Text style={e.importe}>Importe Bs</Text>
        </View>
        {recibo.lineas.map((linea, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a ticket's lines never move, and two may be equal
          <View key={i} style={e.fila} wrap={false}>
            <View style={e.nombre}>
              <Text>{T(linea.nombre)}</Text>
              {linea.nota && <Text style={e.gris}>{T(linea.nota)}</Text>}
              {linea.descuento && <Text style={e.gris}>Descuento {T(linea.descuento)}</Text>}
            </View>
            <Text style={e.cuenta}>{T(linea.cuenta)}</Text>
            <Text style={e.importe}>{T(linea.importe)}</Text>
          </View>
        ))}
        <View style={e.sumas} wrap={false}>
          {recibo.antes.map((r) => (
            <Linea key={r.que} renglon={r} />
          ))}
          <View style={e.total}>
            <Text>TOTAL Bs</Text>
            <Text>{T(recibo.total)}</Text>
          </View>
          {recibo.despues.map((r) => (
            <Linea key={`${r.que} ${r.cuanto}`} renglon={r} />
          ))}
        </View>
        {recibo.motivo && <Text style={{ marginTop: 10 }}>Motivo: {T(recibo.motivo)}</Text>}
        {recibo.nota && <Text style={{ marginTop: 10 }}>{T(recibo.nota)}</Text>}
        <View style={e.pie} wrap={false}>
          {qr && (
            <Svg viewBox={`0 0 ${qr.lado} ${qr.lado}`} style={{ width: 84, height: 84 }}>
              <Path d={qr.d} fill="#000" />
            </Svg>
          )}
          <View>
            {recibo.pie.map((linea, i) => (
              <Text key={linea} style={i === 0 ? e.fuerte : e.gris}>
                {T(linea)}
              </Text>
            ))}
            {recibo.url && <Text style={e.gris}>{recibo.url}</Text>}
          </View>
        </View>
      </Page>
    </Document>
  );
}

function Linea({ renglon }: { renglon: Renglon }) {
  return (
    <View style={renglon.fuerte ? [e.renglon, e.fuerte] : e.renglon}>
      <Text style={renglon.fuerte ? undefined : e.gris}>{T(renglon.que)}</Text>
      <Text style={{ maxWidth: 150, textAlign: 'right' }}>{T(renglon.cuanto)}</Text>
    </View>
  );
}
