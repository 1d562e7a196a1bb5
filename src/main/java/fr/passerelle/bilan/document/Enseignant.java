package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;

/** A teacher: by his number in STS (2D) or by his name alone (1D). */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "enseignant")
public class Enseignant {

	@XmlAttribute
	public String id;

	@XmlAttribute
	public String type;

	@XmlAttribute(name = "id-sts")
	public String idSts;

	@XmlAttribute
	public String civilite;

	@XmlAttribute
	public String nom;

	@XmlAttribute
	public String prenom;

}
