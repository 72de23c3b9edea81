"""Which organisations and persons do we work with?"""
