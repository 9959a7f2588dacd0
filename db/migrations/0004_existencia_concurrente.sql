-- Each statement of a function sees what was committed before it. The first version updated the rows there were, and then
-- inserted those it still did not find: a row that another transaction committed between the two was neither, and the
-- movement was lost from existencia. Rows are now born first, at zero, waiting for whoever is giving birth to the same one;
-- by the update each exists and is seen.
CREATE OR REPLACE FUNCTION mover_existencias() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO existencia (id_producto, id_sucursal, cantidad, valor)
    SELECT DISTINCT n.id_producto, n.id_sucursal, 0, 0 FROM nuevas n
      WHERE NOT EXISTS (SELECT 1 FROM existencia x WHERE x.id_producto = n.id_producto AND x.id_sucursal = n.id_sucursal)
      ORDER BY n.id_producto, n.id_sucursal
    ON CONFLICT (id_producto, id_sucursal) DO NOTHING;
  UPDATE existencia e SET cantidad = e.cantidad + m.cantidad, valor = e.valor + m.valor
    FROM (SELECT id_producto, id_sucursal, sum(cantidad) AS cantidad, sum(valor) AS valor
      FROM nuevas GROUP BY id_producto, id_sucursal) m
    WHERE e.id_producto = m.id_producto AND e.id_sucursal = m.id_sucursal;
  RETURN NULL;
END $$;
