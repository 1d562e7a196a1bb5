/**
 * OneRoster 1.2, bulk CSV: one query of {@code mappings/flux/oneroster} is one file, its
 * columns are those of the file.
 */
package fr.passerelle.publication.oneroster;
