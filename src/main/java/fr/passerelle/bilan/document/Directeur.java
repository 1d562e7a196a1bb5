package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;

/** The head of an école who signs bilans (1D). */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "directeur")
public class Directeur {

	@XmlAttribute
	public String id;

	@XmlAttribute
	public String civilite;

	@XmlAttribute
	public String nom;

	@XmlAttribute
	public String prenom;

}
