package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;

/** A level in an optional teaching: enseignement de complément, or regional language. */
@XmlAccessorType(XmlAccessType.FIELD)
public class Complement {

	@XmlAttribute
	public String code;

	@XmlAttribute
	public Integer positionnement;

}
