package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlValue;

/** What was done for one of the four parcours. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "parcours")
public class Parcours {

	@XmlAttribute
	public String code;

	@XmlValue
	public String texte;

}
