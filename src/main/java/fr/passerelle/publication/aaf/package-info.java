/**
 * The AAF feed: what an académie sends to an ENT operator. The records are the queries of
 * {@code mappings/flux/aaf/{2d,1d}}; nothing here knows an attribute by its name. A
 * parcel is written, read again and judged by
 * {@link fr.passerelle.publication.aaf.Controle} before it is published; a delta is made
 * of two published completes.
 */
package fr.passerelle.publication.aaf;
