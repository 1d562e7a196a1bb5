package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;

/** A postal address. */
@XmlAccessorType(XmlAccessType.FIELD)
public class Adresse {

	@XmlAttribute
	public String ligne1;

	@XmlAttribute
	public String ligne2;

	@XmlAttribute
	public String ligne3;

	@XmlAttribute
	public String ligne4;

	@XmlAttribute(name = "code-postal")
	public String codePostal;

	@XmlAttribute
	public String commune;

}
