/**
 * The documents that LSU imports, 1D and 2D: one set of classes for both, whose lists
 * stand in the same order. Nothing here says what a degree requires: the schemas do.
 */
@XmlSchema(namespace = Objet.ESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
@org.springframework.modulith.NamedInterface("document")
package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
