package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** Who wrote the document, for which school. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "entete")
@XmlType(propOrder = { "editeur", "application", "appliVersion", "etablissement" })
public class Entete {

	public String editeur;

	public String application;

	public String appliVersion;

	public String etablissement;

}
