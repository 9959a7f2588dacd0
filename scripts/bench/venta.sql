-- The rows of one sale of three products, as lib/venta/cobrar.ts writes them, in one function: the most that this schema
-- and its triggers can do when nothing but PostgreSQL works.
CREATE TABLE bench_turno AS
  SELECT row_number() OVER (ORDER BY s.id) AS n, s.id AS id_sesion FROM sesion_caja s WHERE s.estado_sesion = 'ABIERTA';
CREATE TABLE bench_producto AS
  SELECT row_number() OVER (ORDER BY p.id) AS n, p.id FROM producto p WHERE p.estado;
CREATE TABLE bench_respuesta AS
  SELECT respuesta FROM operacion WHERE verbo = 'venta.cobrar' AND respuesta IS NOT NULL LIMIT 1;
ALTER TABLE bench_turno ADD PRIMARY KEY (n);
ALTER TABLE bench_producto ADD PRIMARY KEY (n);

CREATE FUNCTION bench_venta(cajero bigint, a bigint, b bigint, c bigint) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  llave uuid := gen_random_uuid();
  ids int[];
  s record;
  folio record;
  e record;
  nombres text[]; precios bigint[]; costos bigint[];
  total bigint; costo bigint;
  v_venta int := nextval('venta_id_seq');
  v_asiento bigint := nextval('asiento_id_seq');
BEGIN
  SELECT array_agg(p.id ORDER BY p.id) INTO ids FROM bench_producto p WHERE p.n IN (a, b, c);
  SELECT x.id, x.id_caja, j.id_sucursal, x.id_usuario INTO s
    FROM bench_turno t JOIN sesion_caja x ON x.id = t.id_sesion JOIN caja j ON j.id = x.id_caja WHERE t.n = cajero FOR SHARE OF x;
  INSERT INTO operacion (clave, verbo, huella, id_sucursal, id_usuario, fecha)
    VALUES (llave, 'venta.cobrar', encode(sha256(llave::text::bytea), 'hex'), s.id_sucursal, s.id_usuario, now())
    ON CONFLICT (clave) DO NOTHING;
  UPDATE serie_ticket SET ultimo = ultimo + 1 WHERE id_caja = s.id_caja RETURNING serie, ultimo AS numero INTO folio;
  PERFORM 1 FROM existencia x WHERE x.id_sucursal = s.id_sucursal AND x.id_producto = ANY(ids) ORDER BY x.id_producto FOR UPDATE;
  SELECT array_agg(p.nombre ORDER BY p.id) AS nombres, array_agg(p.precio_venta ORDER BY p.id) AS precios,
      array_agg(round(x.valor::numeric * 1000 / x.cantidad)::bigint ORDER BY p.id) AS costos,
      sum(p.precio_venta)::bigint AS total, sum(round(x.valor::numeric * 1000 / x.cantidad))::bigint AS costo INTO e
    FROM producto p JOIN existencia x ON x.id_producto = p.id AND x.id_sucursal = s.id_sucursal WHERE p.id = ANY(ids) AND p.estado;
  nombres := e.nombres; precios := e.precios; costos := e.costos; total := e.total; costo := e.costo;

  INSERT INTO asiento (id, fecha, tipo_documento, id_documento, id_sucursal, id_sesion_caja, bolsillo, glosa, id_usuario)
    VALUES (v_asiento, now(), 'venta', v_venta, s.id_sucursal, s.id, 'mercaderia', 'Venta ' || folio.serie || '-' || folio.numero, s.id_usuario);
  INSERT INTO partida (id_asiento, id_cuenta, importe)
    SELECT v_asiento, k.id, x.importe FROM (VALUES ('gaveta.C' || s.id_caja, total), ('ventas.S' || s.id_sucursal, -total),
      ('costo.S' || s.id_sucursal, costo), ('inventario.S' || s.id_sucursal, -costo)) x(codigo, importe)
      JOIN cuenta k ON k.codigo = x.codigo;
  INSERT INTO venta (id, serie, numero, total, descuento, redondeo, metodo_pago, fecha, recibida_en, id_sesion_caja, id_sucursal,
      id_usuario, clave, id_asiento, id_user_create)
    VALUES (v_venta, folio.serie, folio.numero, total, 0, 0, 'EFECTIVO', now(), now(), s.id, s.id_sucursal, s.id_usuario, llave,
      v_asiento, s.id_usuario);
  INSERT INTO pago_venta (id_venta, metodo, monto, id_asiento) VALUES (v_venta, 'EFECTIVO', total, v_asiento);
  INSERT INTO detalle_venta (id_venta, linea, id_producto, nombre, unidad, cantidad, precio_unitario, subtotal, costo)
    SELECT v_venta, l.n, l.id, l.nombre, 'unidad', 1000, l.precio, l.precio, l.costo
    FROM unnest(ids, nombres, precios, costos) WITH ORDINALITY AS l(id, nombre, precio, costo, n);
  INSERT INTO movimiento_stock (fecha, id_producto, id_sucursal, tipo, tipo_documento, id_documento, cantidad, valor, id_asiento, id_usuario)
    SELECT now(), l.id, s.id_sucursal, 'VENTA', 'venta', v_venta, -1000, -l.costo, v_asiento, s.id_usuario
    FROM unnest(ids, costos) AS l(id, costo);
  INSERT INTO auditoria (fecha, id_usuario, id_sucursal, accion, entidad, id_entidad, despues, ip, request_id)
    VALUES (now(), s.id_usuario, s.id_sucursal, 'venta.cobrar', 'venta', v_venta::text,
      jsonb_build_object('folio', folio.serie || '-' || folio.numero, 'total', total, 'descuento', 0,
        'pagos', jsonb_build_array(jsonb_build_object('metodo', 'EFECTIVO', 'monto', total, 'referencia', null))),
      '127.0.0.1', llave::text);
  UPDATE operacion SET respuesta = (SELECT respuesta FROM bench_respuesta) WHERE clave = llave;
  RETURN v_venta;
END $$;
