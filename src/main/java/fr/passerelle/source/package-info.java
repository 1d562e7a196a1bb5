/**
 * Reads an XML or CSV document as its mapping says, row by row, by streaming. Its
 * important type: {@link fr.passerelle.source.Lecture}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "mapping" })
package fr.passerelle.source;
